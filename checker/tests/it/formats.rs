//! Each format of the report over the same handmade findings: what leaves the tool, byte for byte.

use cargo_stateline::finding::{Edge, Finding, Level, Place};
use cargo_stateline::report::{Exit, Failure, Format, Report, RuleLine, Sources};
use cargo_stateline::rules::Survey;
use clap::ValueEnum as _;
use serde_json::Value;
use stateline_draw::terminal::TextStyle;

const CODE: &str = "fn revert() {\r\n\tledger::set_balance(\"ä\", 3).await?;\r\n}\r\n";
const MAP: &str = "contexts:\n  payments:\n    calls:\n      ledger: [load_account]\n";
const RULES: [RuleLine<'_>; 2] = [
    RuleLine {
        name: "undeclared-call",
        summary: "A call that the map does not grant.",
        level: Level::Error,
        page: "# undeclared-call",
    },
    RuleLine {
        name: "unused-permission",
        summary: "A grant that nothing uses.",
        level: Level::Warning,
        page: "# unused-permission",
    },
];

fn place(path: &str, text: &str, at: &str, label: &str) -> Place {
    let start = text.find(at).expect("the fixture has it");
    Place { path: path.into(), span: start..start + at.len(), label: label.to_owned().into() }
}

fn findings() -> Vec<Finding> {
    vec![
        Finding {
            rule: "undeclared-call",
            level: Level::Error,
            message: "payments calls ledger::set_balance, which ledger does not offer".into(),
            places: vec![
                place("payments/src/a b.rs", CODE, "set_balance", "called here"),
                place("stateline.yaml", MAP, "ledger", "payments may call load_account of ledger"),
            ],
            help: Some("call load_account, 100% sure".into()),
            edge: Some(Edge {
                from: "payments".into(),
                to: "ledger".into(),
                item: "ledger::set_balance".into(),
            }),
        },
        Finding {
            rule: "unused-permission",
            level: Level::Warning,
            message: "payments may call load_account, and \u{1b}[31mnever does: <&>".into(),
            places: vec![place("stateline.yaml", MAP, "load_account", "granted here")],
            help: None,
            edge: None,
        },
    ]
}

fn shown(findings: &[Finding], failures: &[Failure], format: Format) -> String {
    let survey = Survey { contexts: 4, files_read: 1234, files_owned: 1200, ..Survey::default() };
    let survey = failures.is_empty().then_some(&survey);
    let report = Report { findings, failures, rules: &RULES, survey, ..Report::default() };
    let sources = Sources::new(|path| match path {
        "stateline.yaml" => Some(MAP.to_owned()),
        "payments/src/a b.rs" => Some(CODE.to_owned()),
        _ => None,
    });
    report.render(format, &TextStyle::plain(80), &sources, None)
}

fn failure() -> Failure {
    Failure::new("the map cannot be read").help("save it as UTF-8").at(place(
        "stateline.yaml",
        MAP,
        "payments",
        "",
    ))
}

#[test]
fn human() {
    insta::assert_snapshot!(shown(&findings(), &[], Format::Human), @r#"
    error[undeclared-call]: payments calls ledger::set_balance, which ledger does
                            not offer
     --> payments/src/a b.rs:2:10
      |
    2 |     ledger::set_balance("ä", 3).await?;
      |             ^^^^^^^^^^^ called here
      |
     ::: stateline.yaml:4:7
      |
    4 |       ledger: [load_account]
      |       ------ payments may call load_account of ledger
      |
      = help: call load_account, 100% sure

    warning[unused-permission]: payments may call load_account, and ␛[31mnever does:
                                <&>
     --> stateline.yaml:4:16
      |
    4 |       ledger: [load_account]
      |                ^^^^^^^^^^^^ granted here

    failed: 1 error, 1 warning
      undeclared-call    1
      unused-permission  1
      for what a rule checks and what to do, run cargo stateline explain
        undeclared-call

      contexts     4
      files        1,200 owned of 1,234 read
      edges        0 used of 0 permitted, 0 crossings
      permissions  0 used of 0
      topics       0
      processes    0
      exceptions   0
      resolved     0 paths, 0 methods and fields
      outside      0 paths, 0 methods and fields
      unresolved   nothing
    "#);
}

#[test]
fn human_when_all_is_well() {
    insta::assert_snapshot!(shown(&[], &[], Format::Human), @r"
    ok: no violations
      contexts     4
      files        1,200 owned of 1,234 read
      edges        0 used of 0 permitted, 0 crossings
      permissions  0 used of 0
      topics       0
      processes    0
      exceptions   0
      resolved     0 paths, 0 methods and fields
      outside      0 paths, 0 methods and fields
      unresolved   nothing
    ");
}

#[test]
fn human_when_the_tool_failed() {
    insta::assert_snapshot!(shown(&[], &[failure()], Format::Human), @r"
    error: the map cannot be read
     --> stateline.yaml:2:3
      |
    2 |   payments:
      |   ^^^^^^^^
      |
      = help: save it as UTF-8

    failed: 1 problem; nothing was checked
    ");
}

#[test]
fn json() {
    insta::assert_snapshot!(shown(&findings(), &[], Format::Json), @r#"
    {
      "version": 1,
      "tool": {
        "name": "cargo-stateline",
        "version": "0.1.0"
      },
      "outcome": "findings",
      "findings": [
        {
          "rule": "undeclared-call",
          "level": "error",
          "message": "payments calls ledger::set_balance, which ledger does not offer",
          "help": "call load_account, 100% sure",
          "edge": {
            "from": "payments",
            "to": "ledger",
            "item": "ledger::set_balance"
          },
          "places": [
            {
              "file": "payments/src/a b.rs",
              "start": 24,
              "end": 35,
              "line": 2,
              "column": 10,
              "end_line": 2,
              "end_column": 21,
              "label": "called here"
            },
            {
              "file": "stateline.yaml",
              "start": 39,
              "end": 45,
              "line": 4,
              "column": 7,
              "end_line": 4,
              "end_column": 13,
              "label": "payments may call load_account of ledger"
            }
          ]
        },
        {
          "rule": "unused-permission",
          "level": "warning",
          "message": "payments may call load_account, and \u001b[31mnever does: <&>",
          "places": [
            {
              "file": "stateline.yaml",
              "start": 48,
              "end": 60,
              "line": 4,
              "column": 16,
              "end_line": 4,
              "end_column": 28,
              "label": "granted here"
            }
          ]
        }
      ],
      "failures": [],
      "looked_at": {
        "contexts": 4,
        "external": 0,
        "files_read": 1234,
        "files_owned": 1200,
        "files_unreached": 0,
        "edges_permitted": 0,
        "edges_used": 0,
        "permissions": 0,
        "permissions_used": 0,
        "crossings": 0,
        "topics": 0,
        "processes": 0,
        "steps": 0,
        "step_ends": 0,
        "locked": null,
        "rules_off": [],
        "exceptions": 0,
        "tolerated": 0,
        "next_expiry": null,
        "ending_soon": [],
        "coverage": {
          "paths": {
            "resolved": 0,
            "outside": 0,
            "unresolved": 0
          },
          "members": {
            "resolved": 0,
            "outside": 0,
            "unresolved": 0
          },
          "kinds": {
            "path": 0,
            "import": 0,
            "glob": 0,
            "associated-item": 0,
            "relative-path": 0,
            "visibility": 0,
            "attribute": 0,
            "method": 0,
            "field": 0,
            "missing-method": 0,
            "missing-field": 0,
            "macro-argument": 0,
            "macro-path": 0,
            "attribute-path": 0,
            "module": 0,
            "include": 0,
            "orphan": 0,
            "doc-test": 0,
            "too-deep": 0,
            "template": 0,
            "generated-path": 0,
            "outside-path": 0,
            "outside-method": 0,
            "outside-field": 0
          }
        }
      }
    }
    "#);
}

#[test]
fn every_key_of_the_json_is_documented() {
    fn keys(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(object) => object.iter().for_each(|(key, value)| {
                found.push(key.clone());
                keys(value, found);
            }),
            Value::Array(list) => list.iter().for_each(|value| keys(value, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    let document: Value = serde_json::from_str(&shown(&findings(), &[], Format::Json)).expect("it is JSON");
    keys(&document, &mut found);
    let page = include_str!("../../FORMATS.md");
    found.retain(|key| !page.contains(&format!("`{key}`")));
    assert!(found.is_empty(), "FORMATS.md does not tell of {found:?}");
}

#[test]
fn github() {
    insta::assert_snapshot!(shown(&findings(), &[failure()], Format::Github), @r"
    ::error file=payments/src/a b.rs,line=2,endLine=2,col=10,endColumn=21,title=undeclared-call::payments calls ledger::set_balance, which ledger does not offer%0Astateline.yaml:4:7: payments may call load_account of ledger%0Ahelp: call load_account, 100%25 sure
    ::warning file=stateline.yaml,line=4,endLine=4,col=16,endColumn=28,title=unused-permission::payments may call load_account, and ␛[31mnever does: <&>
    ::error file=stateline.yaml,line=2,endLine=2,col=3,endColumn=11,title=stateline::the map cannot be read%0Ahelp: save it as UTF-8
    ");
}

#[test]
fn junit() {
    insta::assert_snapshot!(shown(&findings(), &[failure()], Format::Junit), @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="stateline" tests="3" failures="1" errors="1">
      <testsuite name="stateline" tests="3" failures="1" errors="1" skipped="0">
        <testcase classname="stateline" name="undeclared-call">
          <failure type="undeclared-call" message="payments calls ledger::set_balance, which ledger does not offer">payments calls ledger::set_balance, which ledger does not offer
      payments/src/a b.rs:2:10: called here
      stateline.yaml:4:7: payments may call load_account of ledger
      help: call load_account, 100% sure
    </failure>
        </testcase>
        <testcase classname="stateline" name="unused-permission">
          <system-out>payments may call load_account, and ␛[31mnever does: &lt;&amp;&gt;
      stateline.yaml:4:16: granted here
    </system-out>
        </testcase>
        <testcase classname="stateline" name="stateline could do its work">
          <error message="the map cannot be read">the map cannot be read
      stateline.yaml:2:3
      help: save it as UTF-8
    </error>
        </testcase>
      </testsuite>
    </testsuites>
    "#);
}

#[test]
fn rustc() {
    let text = shown(&findings()[..1], &[], Format::Rustc);
    let mut lines: Vec<Value> =
        text.lines().map(|line| serde_json::from_str(line).expect("each line is an object")).collect();
    // The order of keys means nothing.
    lines.iter_mut().for_each(Value::sort_all_objects);
    insta::assert_snapshot!(serde_json::to_string_pretty(&lines).expect("it was JSON"), @r#"
    [
      {
        "manifest_path": "",
        "message": {
          "$message_type": "diagnostic",
          "children": [
            {
              "children": [],
              "code": null,
              "level": "note",
              "message": "payments may call load_account of ledger",
              "rendered": null,
              "spans": [
                {
                  "byte_end": 45,
                  "byte_start": 39,
                  "column_end": 13,
                  "column_start": 7,
                  "expansion": null,
                  "file_name": "stateline.yaml",
                  "is_primary": true,
                  "label": "payments may call load_account of ledger",
                  "line_end": 4,
                  "line_start": 4,
                  "suggested_replacement": null,
                  "suggestion_applicability": null,
                  "text": [
                    {
                      "highlight_end": 13,
                      "highlight_start": 7,
                      "text": "      ledger: [load_account]"
                    }
                  ]
                }
              ]
            },
            {
              "children": [],
              "code": null,
              "level": "help",
              "message": "call load_account, 100% sure",
              "rendered": null,
              "spans": []
            }
          ],
          "code": {
            "code": "undeclared-call",
            "explanation": null
          },
          "level": "error",
          "message": "payments calls ledger::set_balance, which ledger does not offer",
          "rendered": "error[undeclared-call]: payments calls ledger::set_balance, which ledger does not offer\n --> payments/src/a b.rs:2:10\n  |\n2 |     ledger::set_balance(\"ä\", 3).await?;\n  |             ^^^^^^^^^^^ called here\n  |\n ::: stateline.yaml:4:7\n  |\n4 |       ledger: [load_account]\n  |       ------ payments may call load_account of ledger\n  |\n  = help: call load_account, 100% sure\n\n",
          "spans": [
            {
              "byte_end": 35,
              "byte_start": 24,
              "column_end": 21,
              "column_start": 10,
              "expansion": null,
              "file_name": "payments/src/a b.rs",
              "is_primary": true,
              "label": "called here",
              "line_end": 2,
              "line_start": 2,
              "suggested_replacement": null,
              "suggestion_applicability": null,
              "text": [
                {
                  "highlight_end": 21,
                  "highlight_start": 10,
                  "text": "\tledger::set_balance(\"ä\", 3).await?;"
                }
              ]
            }
          ]
        },
        "package_id": "",
        "reason": "compiler-message",
        "target": {
          "crate_types": [
            "lib"
          ],
          "doc": false,
          "doctest": false,
          "edition": "2024",
          "kind": [
            "lib"
          ],
          "name": "stateline",
          "src_path": "",
          "test": false
        }
      },
      {
        "reason": "build-finished",
        "success": false
      }
    ]
    "#);
}

#[test]
fn sarif_keeps_to_its_schema() {
    let mut schema: Value =
        serde_json::from_str(include_str!("../schemas/sarif-2.1.0.json")).expect("the schema is JSON");
    // Its two patterns with a stray `]` are refused as regular expressions; we write no language.
    for definition in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][definition]["properties"]["language"];
        language.as_object_mut().expect("it is described").remove("pattern");
    }
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    for (findings, failures) in [(findings(), vec![]), (vec![], vec![]), (vec![], vec![failure()])] {
        let log: Value =
            serde_json::from_str(&shown(&findings, &failures, Format::Sarif)).expect("SARIF is JSON");
        let errors: Vec<_> =
            validator.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
    let mut broken: Value = serde_json::from_str(&shown(&[], &[], Format::Sarif)).expect("SARIF is JSON");
    broken["runs"][0]["columnKind"] = "bytes".into();
    assert!(!validator.is_valid(&broken), "the schema would accept anything");
}

#[test]
fn sarif() {
    let mut document: Value =
        serde_json::from_str(&shown(&findings()[..1], &[], Format::Sarif)).expect("SARIF is JSON");
    document.sort_all_objects();
    insta::assert_snapshot!(format!("{document:#}"), @r##"
    {
      "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "runs": [
        {
          "columnKind": "unicodeCodePoints",
          "invocations": [
            {
              "executionSuccessful": true,
              "exitCode": 1,
              "toolExecutionNotifications": []
            }
          ],
          "results": [
            {
              "level": "error",
              "locations": [
                {
                  "id": 0,
                  "message": {
                    "text": "called here"
                  },
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "payments/src/a%20b.rs",
                      "uriBaseId": "%SRCROOT%"
                    },
                    "region": {
                      "endColumn": 21,
                      "endLine": 2,
                      "startColumn": 10,
                      "startLine": 2
                    }
                  }
                }
              ],
              "message": {
                "text": "payments calls ledger::set_balance, which ledger does not offer\nhelp: call load_account, 100% sure"
              },
              "partialFingerprints": {
                "stateline/v1": "f08340ba7cd796baf64c665b59a8cac5"
              },
              "relatedLocations": [
                {
                  "id": 0,
                  "message": {
                    "text": "payments may call load_account of ledger"
                  },
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "stateline.yaml",
                      "uriBaseId": "%SRCROOT%"
                    },
                    "region": {
                      "endColumn": 13,
                      "endLine": 4,
                      "startColumn": 7,
                      "startLine": 4
                    }
                  }
                }
              ],
              "ruleId": "undeclared-call",
              "ruleIndex": 0
            }
          ],
          "tool": {
            "driver": {
              "informationUri": "https://github.com/stateline/stateline",
              "name": "cargo-stateline",
              "rules": [
                {
                  "defaultConfiguration": {
                    "level": "error"
                  },
                  "help": {
                    "markdown": "# undeclared-call",
                    "text": "# undeclared-call"
                  },
                  "id": "undeclared-call",
                  "shortDescription": {
                    "text": "A call that the map does not grant."
                  }
                },
                {
                  "defaultConfiguration": {
                    "level": "warning"
                  },
                  "help": {
                    "markdown": "# unused-permission",
                    "text": "# unused-permission"
                  },
                  "id": "unused-permission",
                  "shortDescription": {
                    "text": "A grant that nothing uses."
                  }
                }
              ],
              "semanticVersion": "0.1.0"
            }
          }
        }
      ],
      "version": "2.1.0"
    }
    "##);
}

#[test]
fn warnings_alone_are_clean() {
    let findings = findings();
    let exit = |findings, failures| Report { findings, failures, rules: &RULES, ..Report::default() }.exit();
    assert_eq!(exit(&findings[1..], &[]), Exit::Clean);
    assert_eq!(exit(&findings[..], &[]), Exit::Findings);
    assert_eq!(exit(&findings[..], &[failure()]), Exit::Failed);
}

#[test]
fn any_span_in_any_text_can_be_shown() {
    const TEXTS: [&str; 6] = [
        "",
        "\n",
        "a\r\nb\tä\r\n",
        "\u{feff}日本\n\n\u{202e}e\u{301}",
        "\r\r\n\t",
        "f(\u{9b}31m, \u{1b}[31m)\n",
    ];
    for text in TEXTS {
        for start in 0..text.len() + 2 {
            for end in start..text.len() + 3 {
                let label =
                    if end % 2 == 0 { "a label that is too long to stand beside its mark" } else { "" };
                let place = Place { path: "a.rs".into(), span: start..end, label: label.into() };
                let other = Place { span: 0..end, ..place.clone() };
                let finding = Finding { places: vec![place, other], ..findings().remove(0) };
                let sources = Sources::new(|_| Some(text.to_owned()));
                for width in [1, 40, 140] {
                    let findings = std::slice::from_ref(&finding);
                    let report = Report { findings, rules: &RULES, ..Report::default() };
                    for &format in Format::value_variants() {
                        let shown = report.render(format, &TextStyle::plain(width), &sources, None);
                        assert!(shown.contains("set_balance"), "{format:?} {text:?} {start}..{end}");
                        let raw =
                            shown.contains(['\u{202e}', '\r', '\u{9b}', '\u{1b}']) && format == Format::Human;
                        assert!(!raw, "{text:?} {start}..{end}: {shown:?}");
                    }
                }
            }
        }
    }
}
