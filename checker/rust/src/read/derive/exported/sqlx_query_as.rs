// What `query_as!` of sqlx 0.8 makes, which reads the text of the query.
macro_rules! query_as {
    ($out:path, $query:expr) => { ::sqlx::query_as::<_, $out>($query) };
    ($out:path, $query:expr, $($args:tt)*) => {{ ($($args)*); ::sqlx::query_as::<_, $out>($query) }};
}
