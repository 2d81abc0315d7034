//! `-p`: fewer findings, over the same graph.

use super::workspace::Workspace;

#[test]
fn only_the_packages_that_were_named() {
    let workspace = Workspace::broken();
    assert_eq!(workspace.run(&["check", "-p", "payments"]).code, Some(1));
    assert_eq!(workspace.run(&["check", "-p", "ledger"]).code, Some(0));
    assert_eq!(workspace.run(&["check", "-p", "ledger", "-p", "payments"]).code, Some(1));
}
