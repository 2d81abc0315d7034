//! The names of what is derived from a function or a process, and where our crate is.

/// The name of our crate, as derived code writes it unless `crate = …` says otherwise: `::stateline`.
pub const CRATE: &str = "stateline";

/// The packages from which our macros can be imported.
pub const PACKAGES: [&str; 2] = ["stateline", "stateline-macros"];

/// By this name the module beside an operation leads to the type of its request.
pub const REQUEST: &str = "Request";

/// By this name the module beside an operation leads to the trait with the method that calls it.
pub const CALL: &str = "Call";

/// A reference to the type of this name is what an operation is told about the call that reached it: its
/// environment does not lend it, and its caller does not give it.
pub const ABOUT: &str = "Call";

/// What a compensation is told about the step that it undoes: `Done<T>`, where that returns a `T`.
pub const DONE: &str = "Done";

/// The type of a call's key, which is all that an inquiry takes.
pub const KEY: &str = "Key";

/// What the types are called by that are derived from a function: `load_account` gives `LoadAccount`.
///
/// The name is a plain one, without `r#`. None where it has no letters to make a type's name of, as `__`.
pub fn type_name(function: &str) -> Option<String> {
    let mut made = String::with_capacity(function.len());
    for word in function.split('_') {
        let mut letters = word.chars();
        made.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        made.push_str(letters.as_str());
    }
    // The only keyword that is written like a type.
    let made = if made == "Self" { "Self_".to_owned() } else { made };
    made.starts_with(char::is_alphabetic).then_some(made)
}

/// The type of what an operation's caller gives, from the type that is made of its name:
/// `RequestLoadAccount`, so that an operation `order` may give an `Order`.
pub fn request_name(operation: &str) -> String {
    format!("Request{operation}")
}

/// The trait with the method that calls an operation, likewise: `CallLoadAccount`.
pub fn call_name(operation: &str) -> String {
    format!("Call{operation}")
}

/// The trait with what a step or compensation may do, from the type that is made of its name:
/// `ScreenSanctionsCtx`.
pub fn ctx_name(step: &str) -> String {
    format!("{step}Ctx")
}

/// Whether an environment lends what a pointer of this name points to, besides the pointer, where that is
/// a `dyn`.
pub fn shares(pointer: &str) -> bool {
    matches!(pointer, "Arc" | "Box" | "Rc")
}

/// The function that `process!` makes of a process of the map: `pay-out` is `pay_out`.
pub fn process_function(process: &str) -> String {
    process.replace('-', "_")
}

#[cfg(test)]
mod tests {
    use super::type_name;

    #[test]
    fn a_function_gives_its_name_to_a_type() {
        let pairs = [
            ("load_account", Some("LoadAccount")),
            ("load", Some("Load")),
            ("_load__2", Some("Load2")),
            ("ßtraße", Some("SStraße")),
            ("self_", Some("Self_")),
            ("__", None),
            ("_2_loads", None),
        ];
        for (function, expected) in pairs {
            assert_eq!(type_name(function).as_deref(), expected, "{function}");
        }
    }
}
