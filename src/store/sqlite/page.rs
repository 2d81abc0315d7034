//! Pages of rows: what a query selects is looked for along an index that has it in the order of ids, or along
//! several, whose lists are merged. So what a page costs does not depend on how many instances are not asked for.

use super::error::Result;
use super::limit;
use super::read::{ROW, Reader};
use crate::store::{Page, Phase, Query};
use rusqlite::ToSql;

/// What stands for a parameter.
type Value = Box<dyn ToSql>;

/// Of how many definitions each is looked for by itself: SQLite merges few lists well.
const MERGED: usize = 64;

/// The rows that a query selects.
pub(super) fn find(reader: &mut Reader, query: &Query) -> Result<Page> {
    let Some((rest, values)) = selection(reader, query)? else {
        return Ok(Page { rows: Vec::new(), more: None });
    };
    let (mut rows, cut) = reader.page(&rest, rusqlite::params_from_iter(values))?;
    let more = cut || rows.len() > query.most;
    rows.truncate(query.most);
    let more = rows.last().filter(|_| more).map(|row| row.id);
    Ok(Page { rows, more })
}

/// What a query selects in SQL, with its values, and one row more than it asks for, to see whether there are more;
/// none if it asks for what is not defined.
fn selection(reader: &Reader, query: &Query) -> Result<Option<(String, Vec<Value>)>> {
    let Query { process, version, step, phase, ended, parked, held, rehearsal, duty, overdue, after, most } =
        query;
    let (mut conditions, mut values) = (Vec::new(), Vec::<Value>::new());
    let mut asked = |condition: &str, value: Option<Value>| {
        let Some(value) = value else { return };
        values.push(value);
        conditions.push(format!("{condition} ?{}", values.len()));
    };
    asked("step =", step.clone().map(boxed));
    asked("phase =", phase.map(Phase::code).map(boxed));
    asked("held =", held.map(boxed));
    asked("rehearsal =", rehearsal.map(boxed));
    asked("id >", after.map(|after| after.bytes()).map(boxed));
    // Said by themselves, so that SQLite sees which of its indexes have them all.
    let said = [
        (ended, "phase >= 4", "phase < 4"),
        (parked, "parked", "NOT parked"),
        (duty, "duty", "duty IS NULL"),
        (overdue, "overdue", "overdue IS NULL"),
    ];
    for (asked, yes, no) in said {
        conditions.extend(asked.map(|asked| if asked { yes } else { no }.to_owned()));
    }
    let mut defined = None;
    if process.is_some() || version.is_some() {
        let ids = reader.defined(process.as_deref(), *version)?;
        if ids.is_empty() {
            return Ok(None);
        }
        let list: Vec<String> = ids.iter().map(u32::to_string).collect();
        // The sign keeps SQLite from an order by definition.
        conditions.push(format!("+definition IN ({})", list.join(", ")));
        defined = Some(list);
    }
    let open = *ended == Some(false);
    // Few are parked, and none of those has ended.
    let stays = !open && *parked == Some(true);
    let fails = |phase: &Phase| phase.is_end() && *phase != Phase::Finished;
    let ways: Vec<String> = match (phase, step, defined) {
        (Some(phase), ..) if fails(phase) => vec!["phase > 4".into()],
        // Of what has ended, what is done stands at no step, unless it is a duty.
        (None, Some(_), _) if !open && *duty == Some(false) => {
            let failed = Phase::ALL.iter().filter(|phase| fails(phase)).map(|phase| phase.code());
            let failed = failed.map(|code| format!("phase > 4 AND phase = {code}"));
            (ended.is_none().then(|| "phase < 4".to_owned())).into_iter().chain(failed).collect()
        }
        _ if stays => vec!["1".into()],
        (_, _, Some(all)) if !open && all.len() <= MERGED => {
            all.iter().map(|id| format!("definition = {id}")).collect()
        }
        _ => vec!["1".into()],
    };
    values.push(boxed(limit(most.saturating_add(1))));
    let conditions: String = conditions.iter().map(|condition| format!(" AND {condition}")).collect();
    // SQLite takes the order of ids for better, or the index of all that has not ended for as good.
    let by = match () {
        () if stays => "INDEXED BY instance_parked ",
        () if open && *duty == Some(true) => "INDEXED BY instance_owed ",
        () => "",
    };
    let ways: Vec<String> = ways.iter().map(|way| format!("{by}WHERE {way}{conditions}")).collect();
    let ways = ways.join(&format!(" UNION ALL SELECT {} FROM instance ", ROW));
    let rest = format!("{ways} ORDER BY id LIMIT ?{}", values.len());
    Ok(Some((rest, values)))
}

fn boxed<T: ToSql + 'static>(value: T) -> Value {
    Box::new(value)
}

#[cfg(test)]
mod tests {
    use super::selection;
    use crate::store::sqlite::open;
    use crate::store::sqlite::read::{ROW, Reader};
    use crate::store::{Phase, Query};

    /// How SQLite looks for what a query selects.
    fn plan(query: &Query) -> String {
        let name = format!("stateline-plan-{}-{:?}", std::process::id(), std::thread::current().id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).expect("it can be made");
        let path = folder.join("store.db");
        let connection = open::writer(&path, true).expect("it opens");
        let defined = "INSERT OR IGNORE INTO process VALUES (1, 'often'), (2, 'rare');
            INSERT OR IGNORE INTO definition VALUES (1, 1, 1, '{}', NULL), (2, 2, 1, '{}', NULL), (3, 1, 2, '{}', NULL);";
        connection.execute_batch(defined).expect("it is SQL");
        let reader = Reader::new(connection);
        let (rest, values) = selection(&reader, query).expect("it reads").expect("it is defined");
        let sql = format!("EXPLAIN QUERY PLAN SELECT {ROW} FROM instance {rest}");
        let mut statement = reader.connection.prepare(&sql).expect("it is SQL");
        let told = statement.query_map(rusqlite::params_from_iter(values), |row| row.get::<_, String>(3));
        let told =
            told.expect("it is planned").collect::<Result<Vec<_>, _>>().expect("it is text").join("; ");
        std::fs::remove_dir_all(&folder).expect("it is ours");
        told
    }

    #[test]
    fn a_first_page_reads_no_instance_that_is_not_asked_for() {
        let all = Query { duty: Some(false), ..Query::all(50) };
        let open = Query { ended: Some(false), ..all.clone() };
        let ended = |phase| Query { ended: Some(true), phase: Some(phase), ..all.clone() };
        let rare = Some("rare".to_owned());
        // All of the table, in its order: what is wanted is what there is most of.
        assert_eq!(plan(&all), "SCAN instance");
        assert_eq!(plan(&ended(Phase::Finished)), "SCAN instance");
        let found = [
            (open.clone(), "SCAN instance USING INDEX instance_open"),
            (Query { process: rare.clone(), ..open.clone() }, "SCAN instance USING INDEX instance_open"),
            (Query { parked: Some(true), ..open.clone() }, "instance_open"),
            (Query { parked: Some(true), ..all.clone() }, "SCAN instance USING INDEX instance_parked"),
            (
                Query { process: rare.clone(), parked: Some(true), ..all.clone() },
                "SCAN instance USING INDEX instance_parked",
            ),
            (
                Query { process: rare.clone(), ..all.clone() },
                "SEARCH instance USING INDEX instance_definition",
            ),
            (Query { version: Some(2), ..all.clone() }, "SEARCH instance USING INDEX instance_definition"),
            (Query { step: Some("x".into()), ..all.clone() }, "instance_open"),
            (ended(Phase::Failed), "SEARCH instance USING INDEX instance_unfinished (phase=?)"),
            (Query::open_letters(50), "SCAN instance USING INDEX instance_owed"),
            (Query { process: rare, duty: None, ..all }, "SEARCH instance USING INDEX instance_definition"),
        ];
        for (query, index) in found {
            let plan = plan(&query);
            assert!(plan.contains(index), "{query:?}: {plan}");
            let whole = plan.split("; ").any(|part| part == "SCAN instance");
            assert!(!whole, "{query:?}: {plan}");
        }
    }

    #[test]
    fn the_versions_of_a_process_are_merged_in_the_order_of_ids() {
        let often = Query { process: Some("often".into()), ..Query::all(50) };
        let plan = plan(&often);
        assert!(plan.starts_with("MERGE (UNION ALL)") && !plan.contains("TEMP B-TREE"), "{plan}");
    }
}
