//! What a map wants served: that of each process the version with which instances begin, and older ones that it
//! keeps; and that each context does something with the letters to which it subscribes.

use crate::store::Duty;
use stateline_schema::{Known, Map, Source, SourceId, context_files, read};
use std::collections::BTreeSet;
use std::path::Path;

/// Versions of processes, and what is owed to letters.
pub(crate) type Coverage = BTreeSet<(String, u32)>;

/// What the map in this file wants served.
///
/// # Errors
///
/// If it, or the file of a context beside it, cannot be read, or is no map: in words.
pub(crate) fn wanted(path: &Path) -> Result<Coverage, String> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let source = |number: usize, path: &Path| {
        let text = std::fs::read_to_string(path)
            .map_err(|error| format!("the map `{}` cannot be read: {error}", path.display()))?;
        Ok::<_, String>(Source::new(SourceId(number), path.display().to_string(), text))
    };
    let main = source(0, path)?;
    let beside = context_files(&main).into_iter().enumerate();
    let beside: Vec<Source> =
        beside.map(|(at, name)| source(at + 1, &folder.join(name.as_str()))).collect::<Result<_, _>>()?;
    let (map, mistakes) = read(&main, &beside, &Known::default());
    match mistakes.first() {
        None => Ok(of(&map)),
        Some(mistake) => {
            Err(format!("`{}` is no map: {mistake}; `cargo stateline check` says where", path.display()))
        }
    }
}

fn of(map: &Map) -> Coverage {
    let versions = map.processes.values().flat_map(|process| {
        process.versions().map(|version| (process.name.value.clone(), version.number.value))
    });
    // What is outside of the system is served by others.
    let contexts = map.contexts.values().filter(|context| !context.is_external());
    let heard = contexts.flat_map(|context| {
        let course = |topic: &str| (Duty::course(&context.name.value, topic), Duty::VERSION);
        context.subscribes.iter().map(move |topic| course(topic.as_str()))
    });
    versions.chain(heard).collect()
}

/// Something that should be served, as people call it.
pub(crate) fn named(process: &str, version: u32) -> String {
    match Duty::is_course(process) {
        true => format!("letters for {process}"),
        false => format!("{process} version {version}"),
    }
}

#[cfg(test)]
mod tests {
    use super::wanted;
    use crate::Message;
    use crate::message::{Acked, Overdue};
    use stateline_schema::Topic;
    use std::path::Path;

    #[test]
    fn the_topics_of_stateline_are_those_that_maps_know() {
        let own = Topic::own().map(|topic| {
            let message = topic.message.as_ref().map(|path| path.last().to_owned());
            (topic.name.value.as_str(), message, topic.key.as_ref().map(|key| key.value.as_str()))
        });
        let message = |name: &str| Some(name.to_owned());
        let acked = (Acked::TOPIC, message("Acked"), Acked::KEY);
        assert_eq!(own.collect::<Vec<_>>(), [acked, (Overdue::TOPIC, message("Overdue"), Overdue::KEY)]);
    }

    #[test]
    fn a_map_wants_its_processes_and_subscriptions_served() {
        let map = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/shop/stateline.yaml");
        let wanted = wanted(&map).expect("it is a map");
        let told: Vec<String> = wanted.iter().map(|(name, version)| format!("{name} {version}")).collect();
        assert_eq!(told, ["notifications/order.shipped 1", "order 1", "orders/warehouse.packed 1"]);
    }

    #[test]
    fn what_is_no_map_is_refused() {
        let missing = wanted(Path::new("/nowhere/stateline.yaml")).expect_err("it is not there");
        assert!(missing.starts_with("the map `/nowhere/stateline.yaml` cannot be read: "), "{missing}");
        let toml = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        let wrong = wanted(&toml).expect_err("it is no map");
        assert!(wrong.ends_with("`cargo stateline check` says where"), "{wrong}");
    }
}
