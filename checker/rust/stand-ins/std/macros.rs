// Stand-in for `std` 1.95.0: names of the macros; what they give is known to the inference.

#[macro_export]
macro_rules! assert {
    () => {};
}
#[macro_export]
macro_rules! assert_eq {
    () => {};
}
#[macro_export]
macro_rules! assert_ne {
    () => {};
}
#[macro_export]
macro_rules! debug_assert {
    () => {};
}
#[macro_export]
macro_rules! debug_assert_eq {
    () => {};
}
#[macro_export]
macro_rules! debug_assert_ne {
    () => {};
}
#[macro_export]
macro_rules! assert_matches {
    () => {};
}
#[macro_export]
macro_rules! cfg {
    () => {};
}
#[macro_export]
macro_rules! column {
    () => {};
}
#[macro_export]
macro_rules! compile_error {
    () => {};
}
#[macro_export]
macro_rules! concat {
    () => {};
}
#[macro_export]
macro_rules! concat_idents {
    () => {};
}
#[macro_export]
macro_rules! dbg {
    () => {};
}
#[macro_export]
macro_rules! env {
    () => {};
}
#[macro_export]
macro_rules! eprint {
    () => {};
}
#[macro_export]
macro_rules! eprintln {
    () => {};
}
#[macro_export]
macro_rules! file {
    () => {};
}
#[macro_export]
macro_rules! format {
    () => {};
}
#[macro_export]
macro_rules! format_args {
    () => {};
}
#[macro_export]
macro_rules! include {
    () => {};
}
#[macro_export]
macro_rules! include_bytes {
    () => {};
}
#[macro_export]
macro_rules! include_str {
    () => {};
}
#[macro_export]
macro_rules! line {
    () => {};
}
#[macro_export]
macro_rules! matches {
    () => {};
}
#[macro_export]
macro_rules! module_path {
    () => {};
}
#[macro_export]
macro_rules! option_env {
    () => {};
}
#[macro_export]
macro_rules! panic {
    () => {};
}
#[macro_export]
macro_rules! print {
    () => {};
}
#[macro_export]
macro_rules! println {
    () => {};
}
#[macro_export]
macro_rules! stringify {
    () => {};
}
#[macro_export]
macro_rules! thread_local {
    () => {};
}
#[macro_export]
macro_rules! todo {
    () => {};
}
#[macro_export]
macro_rules! unimplemented {
    () => {};
}
#[macro_export]
macro_rules! unreachable {
    () => {};
}
#[macro_export]
macro_rules! vec {
    () => {};
}
#[macro_export]
macro_rules! write {
    () => {};
}
#[macro_export]
macro_rules! writeln {
    () => {};
}
#[macro_export]
macro_rules! is_x86_feature_detected {
    () => {};
}
#[macro_export]
macro_rules! const_format_args {
    () => {};
}
#[macro_export]
macro_rules! log_syntax {
    () => {};
}
#[macro_export]
macro_rules! trace_macros {
    () => {};
}
#[macro_export]
macro_rules! global_asm {
    () => {};
}
#[macro_export]
macro_rules! asm {
    () => {};
}
#[macro_export]
macro_rules! addr_of {
    () => {};
}
#[macro_export]
macro_rules! addr_of_mut {
    () => {};
}
