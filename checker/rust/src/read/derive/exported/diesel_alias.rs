// What `alias!` of diesel 2 makes where it names the types of what it makes.
macro_rules! alias {
    ($($vis:vis const $name:ident: Alias<$of:ident> = $($table:ident)::+ as $sql:ident;)+) => {
        $($vis struct $of; $vis const $name: ::diesel::query_source::Alias<$of> = loop {};)+
    };
    ($($($table:ident)::+ as $name:ident: $of:ident),+ $(,)?) => {
        $(pub struct $of; pub const $name: ::diesel::query_source::Alias<$of> = loop {};)+
    };
}
