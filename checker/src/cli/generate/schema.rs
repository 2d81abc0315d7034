//! `generate schema`: the JSON Schemas of the map's files, beside the map, for editors.

use super::written;
use crate::cli::options::{GenerateFiles, Global};
use crate::cli::output::Output;
use crate::cli::{mapping, pipeline};
use crate::report::{Exit, Failures};
use stateline_schema::json_schema;

pub(super) fn run(asked: &GenerateFiles, global: &Global, output: &Output) -> Result<Exit, Failures> {
    let root = pipeline::root(global)?;
    let map = mapping::map_path(global, &root);
    let folder = map.parent().unwrap_or(&root);
    let schemas = [
        ("stateline.schema.json", json_schema::map()),
        ("stateline.context.schema.json", json_schema::context_file()),
        ("stateline.exceptions.schema.json", json_schema::exceptions_file()),
    ];
    let files = schemas.map(|(name, schema)| (folder.join(name), format!("{schema:#}\n")));
    written::run(&files, asked, &root, output)
}
