//! The ways out into the world, by path: what a step reaches through its `ctx` only.
//!
//! Listed are crates that exist for it, and the parts of others that do it. What merely describes it
//! (`std::time::Duration`, `std::io::Error`, `std::net::IpAddr`, `chrono::DateTime`) is not.

use crate::graph::law::below;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A path, and what it leads to; none where it leads to nothing of the kind.
pub(in crate::rules) fn way(path: &str) -> Option<(&'static str, &'static str)> {
    static BY_PATH: LazyLock<FxHashMap<&str, (&str, &str)>> = LazyLock::new(|| all().collect());
    // `aws_sdk_` stands for all packages whose names begin so.
    static BY_BEGINNING: LazyLock<Vec<(&str, &str)>> =
        LazyLock::new(|| all().map(|(_, way)| way).filter(|(way, _)| way.ends_with('_')).collect());
    let mut above = Some(path);
    while let Some(at) = above {
        if let Some(way) = BY_PATH.get(at) {
            return Some(*way);
        }
        above = at.rsplit_once("::").map(|(above, _)| above);
    }
    BY_BEGINNING.iter().find(|(way, _)| path.starts_with(way)).copied()
}

/// All ways, each with itself and what it leads to.
fn all() -> impl Iterator<Item = (&'static str, (&'static str, &'static str))> {
    WAYS.iter().flat_map(|(what, ways)| ways.iter().map(move |way| (*way, (*way, *what))))
}

/// Whether a path leads to what writes files: a part of the ways to them.
pub(in crate::rules) fn writes(path: &str) -> bool {
    WRITES.iter().any(|way| below(path, way))
}

/// Whether a path leads to something that a dry run must not touch: what may be changed there, or may notice.
pub(in crate::rules) fn touches(path: &str) -> bool {
    const TOUCHED: [&str; 5] = ["files", "the network", "a database", "a broker", "the system"];
    way(path).is_some_and(|(_, what)| TOUCHED.contains(&what))
}

#[rustfmt::skip]
const WRITES: &[&str] = &[
    "std::fs::write", "std::fs::remove_file", "std::fs::remove_dir", "std::fs::remove_dir_all",
    "std::fs::create_dir", "std::fs::create_dir_all", "std::fs::rename", "std::fs::copy", "std::fs::hard_link",
    "std::fs::set_permissions", "std::fs::File::create", "std::fs::File::create_new", "std::fs::DirBuilder",
    "std::os::unix::fs::symlink", "tokio::fs::write", "tokio::fs::remove_file", "tokio::fs::remove_dir",
    "tokio::fs::remove_dir_all", "tokio::fs::create_dir", "tokio::fs::create_dir_all", "tokio::fs::rename",
    "tokio::fs::copy", "tokio::fs::File::create", "fs_err::write", "fs_err::remove_file", "fs_err::rename",
    "fs_err::File::create", "tempfile",
];

/// What is out there, and the ways to it. `x` covers all of `x::…`.
const WAYS: &[(&str, &[&str])] = &[
    ("files", FILES),
    ("the network", NETWORK),
    ("a database", DATABASES),
    ("a broker", BROKERS),
    (CLOCK, CLOCKS),
    (CHANCE, CHANCES),
    (ENVIRONMENT, ENVIRONMENTS),
    ("the system", SYSTEM),
    ("threads and tasks", TASKS),
    (TERMINAL, TERMINALS),
    (SHARED, SHARES),
    (OPERATIONS, &["stateline::Handle", "stateline::operation::Handle"]),
    (OWN, &["stateline::World", "stateline::call::World"]),
    (BEHIND, ASKS),
];

pub(super) const CLOCK: &str = "the clock";
pub(super) const CHANCE: &str = "randomness";
pub(super) const ENVIRONMENT: &str = "the process environment";
pub(super) const TERMINAL: &str = "the terminal";
pub(super) const OPERATIONS: &str = "operations";

/// Whether a way only lets time pass.
pub(super) fn waits(way: &str) -> bool {
    let last = way.rsplit("::").next().unwrap_or(way);
    ["sleep", "sleep_until", "sleep_ms"].contains(&last)
        || last.contains("_timeout")
        || last.ends_with("_deadline")
}

/// Whether a way is to what hash maps are seeded with.
pub(super) fn hashes(way: &str) -> bool {
    way.ends_with("::hasher") || way.ends_with("::RandomState")
}

/// What whoever runs steps makes, and may make beside them; a step that does calls whatever it likes.
pub(super) const OWN: &str = "its own environment";

/// By these a step can tell a rehearsal from the real thing, and do something else in it. What stands
/// beside a step may ask for the names of types.
pub(super) const BEHIND: &str = "tells a dry run from a live one";

#[rustfmt::skip]
const ASKS: &[&str] = &[
    "std::any::type_name", "std::any::type_name_of_val", "std::any::TypeId", "std::any::Any::type_id",
    "std::mem::size_of", "std::mem::size_of_val", "std::mem::align_of", "std::mem::align_of_val",
    "std::mem::needs_drop", "std::mem::discriminant", "std::mem::transmute_copy", "std::alloc::Layout::for_value",
    "std::alloc::Layout::new", "std::ptr::from_ref", "std::ptr::NonNull::from",
];

/// How many share a value, which others decide.
pub(super) const SHARED: &str = "how often a value is shared";

#[rustfmt::skip]
const SHARES: &[&str] = &[
    "std::sync::Arc::strong_count", "std::sync::Arc::weak_count", "std::sync::Weak::strong_count",
    "std::sync::Weak::weak_count",
];

#[rustfmt::skip]
const FILES: &[&str] = &[
    "std::fs", "tokio::fs", "async_std::fs", "smol::fs", "async_fs", "fs_err", "tempfile", "walkdir",
    "memmap2", "notify", "object_store", "cap_std",
    "std::path::Path::metadata", "std::path::Path::symlink_metadata", "std::path::Path::canonicalize",
    "std::path::Path::read_link", "std::path::Path::read_dir", "std::path::Path::exists",
    "std::path::Path::try_exists", "std::path::Path::is_file", "std::path::Path::is_dir",
    "std::path::Path::is_symlink", "glob", "globwalk", "ignore", "jwalk", "fs2", "fs4", "fs_extra",
    "remove_dir_all", "same_file", "which", "memmap", "mmap_rs", "fd_lock", "file_lock", "filetime", "confy",
    "std::os::fd", "std::os::unix::io", "std::os::windows::io", "config", "figment", "git2", "atomicwrites", "assert_fs", "opendal",
    "std::path::absolute", "std::os::unix::fs::symlink", "std::os::unix::fs::chown", "std::os::unix::fs::fchown",
    "std::os::unix::fs::lchown", "std::os::unix::fs::chroot", "std::os::unix::fs::mkfifo",
    "std::os::unix::fs::FileExt", "std::os::windows::fs::symlink_file", "std::os::windows::fs::symlink_dir",
    "std::os::windows::fs::junction_point", "std::os::windows::fs::FileExt", "std::os::wasi::fs",
    "std::os::wasi::io",
    "csv::Reader::from_path", "csv::ReaderBuilder::from_path", "csv::Writer::from_path",
    "csv::WriterBuilder::from_path", "blake3::Hasher::update_mmap", "blake3::Hasher::update_mmap_rayon",
    "quick_xml::Reader::from_file", "quick_xml::reader::Reader::from_file",
];

#[rustfmt::skip]
const NETWORK: &[&str] = &[
    "std::net::TcpStream", "std::net::TcpListener", "std::net::UdpSocket", "std::net::ToSocketAddrs",
    "std::os::unix::net", "std::os::windows::net", "std::os::linux::net",
    "std::os::android::net", "std::os::wasi::net", "std::net::hostname", "tokio::net", "async_std::net", "smol::net", "async_net", "mio", "socket2",
    "hyper", "hyper_util", "reqwest", "ureq", "isahc", "surf", "attohttpc", "curl", "awc", "axum",
    "actix_web", "warp", "rocket", "poem", "salvo", "tide", "tonic", "tarpc", "jsonrpsee", "tungstenite",
    "tokio_tungstenite", "quinn", "native_tls", "tokio_rustls", "lettre", "ldap3", "ssh2", "russh",
    "hickory_resolver", "octocrab", "stripe", "async_stripe", "slack_morphism", "kube", "bollard",
    "aws_config", "vaultrs",
    "minreq", "http_req", "reqwest_middleware", "reqwest_eventsource", "async_tungstenite", "fastwebsockets",
    "websocket", "ws", "wreq", "nng", "suppaftp", "ftp", "imap", "async_imap", "mail_send",
    "trust_dns_resolver", "hickory_client", "async_ssh2", "openssh", "thrussh", "trillium", "gotham", "ntex",
    "h2", "h3", "volo", "capnp_rpc", "jsonrpc_core_client", "web3", "ethers", "alloy", "solana_client",
    "twilio", "sendgrid", "sentry", "octorust", "google_drive3", "yup_oauth2", "zbus", "dbus", "serialport",
    "rumqttd", "libp2p", "iroh", "igd", "upnp", "ping", "surge_ping", "pnet", "pcap", "snmp", "wiremock",
    "mockito", "httpmock", "url::Url::socket_addrs", "aws_sdk_", "google_cloud_", "azure_", "rusoto_",
];

#[rustfmt::skip]
const DATABASES: &[&str] = &[
    "sqlx", "diesel", "diesel_async", "sea_orm", "rusqlite", "tokio_rusqlite", "sqlite", "postgres",
    "tokio_postgres", "deadpool_postgres", "bb8", "bb8_postgres", "r2d2", "r2d2_postgres", "r2d2_sqlite",
    "deadpool", "mysql", "mysql_async", "tiberius", "odbc_api", "oracle", "mongodb", "redis", "fred",
    "deadpool_redis", "memcache", "cassandra_cpp", "scylla", "elasticsearch", "opensearch", "clickhouse",
    "influxdb", "neo4rs", "surrealdb", "sled", "rocksdb", "heed", "lmdb", "redb", "fjall", "etcd_client",
    "duckdb", "libsql",
    "arangors", "rbatis", "rbdc", "quaint", "cornucopia", "clorinde", "prisma_client_rust", "gluesql",
    "polodb_core", "native_db", "persy", "sanakirja", "jammdb", "speedb", "couchbase", "questdb", "firestore",
    "tikv_client", "foundationdb", "libmdbx", "mdbx", "mobc", "welds", "charybdis", "cdrs_tokio",
    "rust_rocksdb", "turso", "limbo", "tantivy", "meilisearch_sdk", "qdrant_client", "sea_streamer",
    "bonsaidb",
];

#[rustfmt::skip]
const BROKERS: &[&str] = &[
    "async_nats", "nats", "rdkafka", "kafka", "rskafka", "lapin", "amqprs", "pulsar", "paho_mqtt",
    "rumqttc", "zmq", "zeromq", "google_cloud_pubsub", "fluvio",
    "celery", "apalis", "fang", "sidekiq", "faktory", "iggy", "rabbitmq_stream_client", "eventstore", "nsq",
    "mqtt_async_client", "ntex_mqtt",
];

#[rustfmt::skip]
const CLOCKS: &[&str] = &[
    "std::time::Instant", "std::time::SystemTime::now", "tokio::time", "async_std::task::sleep",
    "futures_timer", "async_io::Timer", "smol::Timer", "chrono::Utc::now", "chrono::Local", "chrono::offset::Utc::now",
    "chrono::offset::Local", "time::OffsetDateTime::now_utc", "time::OffsetDateTime::now_local",
    "time::UtcDateTime::now", "jiff::Timestamp::now", "jiff::Zoned::now", "quanta", "coarsetime", "minstant",
    "web_time",
    "std::time::SystemTime::elapsed", "std::sync::mpsc::Receiver::recv_timeout",
    "std::sync::mpsc::Receiver::recv_deadline", "std::sync::Condvar::wait_timeout",
    "std::sync::Condvar::wait_timeout_ms", "std::sync::Condvar::wait_timeout_while", "fasttime", "chrono::Utc::today", "humantime::Timestamp",
    "tai64::Tai64::now", "hifitime::Epoch::now",
];

#[rustfmt::skip]
const CHANCES: &[&str] = &[
    "rand", "getrandom", "fastrand", "nanorand", "oorandom", "rand_core::OsRng", "ring::rand",
    "uuid::Uuid::new_v1", "uuid::Uuid::new_v4", "uuid::Uuid::new_v6", "uuid::Uuid::new_v7",
    "uuid::Uuid::now_v1", "uuid::Uuid::now_v6", "uuid::Uuid::now_v7", "ulid::Ulid::new", "nanoid",
    "cuid", "cuid2", "ksuid::Ksuid::generate", "std::random",
    "std::collections::hash_map::RandomState", "std::hash::RandomState", "std::collections::HashMap::hasher",
    "std::collections::HashSet::hasher", "std::collections::hash_map::HashMap::hasher",
    "std::collections::hash_set::HashSet::hasher", "std::arch::x86::_rdrand16_step",
    "std::arch::x86::_rdrand32_step", "std::arch::x86::_rdseed16_step", "std::arch::x86::_rdseed32_step",
    "ahash::RandomState", "rs_snowflake", "snowflake", "sonyflake", "svix_ksuid", "petname", "fake",
    "ulid::Generator", "futures::select", "futures_util::select", "hashbrown::DefaultHashBuilder",
    "hashbrown::HashMap::hasher", "std::arch::x86_64::_rdrand16_step", "std::arch::x86_64::_rdrand32_step",
    "std::arch::x86_64::_rdrand64_step", "std::arch::x86_64::_rdseed16_step",
    "std::arch::x86_64::_rdseed32_step", "std::arch::x86_64::_rdseed64_step",
];

#[rustfmt::skip]
const ENVIRONMENTS: &[&str] = &[
    "std::env::var", "std::env::var_os", "std::env::vars", "std::env::vars_os", "std::env::args",
    "std::env::args_os", "std::env::set_var", "std::env::remove_var", "std::env::current_dir",
    "std::env::set_current_dir", "std::env::current_exe", "std::env::temp_dir", "std::env::home_dir",
    "dotenv", "dotenvy", "envy", "hostname", "gethostname", "whoami", "sysinfo", "dirs", "directories",
    "envconfig", "etcetera", "home", "app_dirs2",
    "directories_next", "dirs_next", "num_cpus", "os_info", "sys_info", "users", "uzers", "machine_uid",
    "mac_address", "local_ip_address", "if_addrs", "sys_locale", "iana_time_zone",
    "jiff::tz::TimeZone::system", "jiff::tz::TimeZone::try_system", "jiff::tz::TimeZone::get", "jiff::tz::db",
    "jiff::tz::TimeZoneDatabase", "time::UtcOffset::current_local_offset", "time::UtcOffset::local_offset_at",
    "anyhow::Error::backtrace",
];

#[rustfmt::skip]
const SYSTEM: &[&str] = &[
    "std::process::Command", "std::process::exit", "std::process::abort", "std::process::id",
    "tokio::process", "tokio::signal", "async_process", "duct", "xshell", "signal_hook", "libc", "nix",
    "rustix", "windows_sys", "libloading",
    "std::arch::asm", "std::arch::global_asm", "std::arch::naked_asm", "std::arch::x86_64::_rdtsc",
    "std::arch::x86_64::__rdtscp", "std::arch::x86_64::__cpuid", "std::arch::x86_64::__cpuid_count",
    "std::arch::is_x86_feature_detected", "std::arch::is_aarch64_feature_detected",
    "std::is_x86_feature_detected", "std::panic::set_hook", "std::panic::take_hook",
    "std::panic::update_hook", "std::ptr::read_volatile", "std::ptr::write_volatile",
    "std::alloc::System", "std::alloc::set_alloc_error_hook",
    "std::alloc::take_alloc_error_hook", "std::alloc::handle_alloc_error", "std::io::Error::last_os_error",
    "std::io::pipe", "std::io::PipeReader", "std::io::PipeWriter", "std::os::unix::process::parent_id",
    "std::os::unix::process::CommandExt", "std::os::linux::process", "std::os::windows::process",
    "std::panic::set_backtrace_style", "std::panic::get_backtrace_style", "std::panic::always_abort",
    "std::ptr::NonNull::read_volatile", "std::ptr::NonNull::write_volatile", "std::arch::breakpoint",
    "std::arch::x86_64::_xgetbv", "std::arch::x86_64::has_cpuid", "std::arch::x86::_rdtsc",
    "std::arch::x86::__rdtscp", "std::arch::x86::__cpuid", "std::arch::x86::__cpuid_count",
    "std::arch::x86::_xgetbv", "std::arch::is_arm_feature_detected", "std::arch::is_riscv_feature_detected",
    "std::arch::is_powerpc_feature_detected", "std::arch::is_powerpc64_feature_detected",
    "std::arch::is_s390x_feature_detected", "std::arch::is_loongarch_feature_detected",
    "std::arch::is_mips_feature_detected", "std::arch::is_mips64_feature_detected",
    "std::thread::available_parallelism", "std::process::Child", "std::backtrace::Backtrace", "subprocess",
    "cmd_lib", "expectrl", "rexpect", "portable_pty", "daemonize", "caps", "ctrlc", "windows", "winapi",
    "miette::set_hook", "miette::set_panic_hook", "eyre::set_hook", "tracing::subscriber::set_global_default",
    "tracing::subscriber::set_default", "log::set_logger", "log::set_boxed_logger", "log::set_max_level",
    "log::max_level", "log::logger", "mach2", "sysctl", "heim", "systemstat", "psutil", "procfs",
];

#[rustfmt::skip]
const TASKS: &[&str] = &[
    "std::thread::spawn", "std::thread::sleep", "std::thread::sleep_until", "std::thread::scope",
    "std::thread::park", "std::thread::park_timeout", "std::thread::Builder", "std::thread::current",
    "tokio::spawn", "tokio::task::spawn", "tokio::task::spawn_blocking", "tokio::task::spawn_local",
    "tokio::runtime", "async_std::task::spawn", "smol::spawn", "rayon",
    "std::thread::yield_now", "std::thread::ThreadId", "std::thread::sleep_ms", "std::thread::park_timeout_ms",
    "std::thread::Thread", "std::thread::JoinHandle", "std::thread::panicking", "std::thread::add_spawn_hook",
    "std::thread::current_id", "std::os::unix::thread", "std::os::windows::thread", "tokio::task::JoinSet", "tokio::task::block_in_place",
    "async_global_executor", "async_executor", "blocking", "threadpool", "crossbeam::thread",
    "crossbeam::scope", "crossbeam_utils::thread",
];

#[rustfmt::skip]
const TERMINALS: &[&str] = &[
    "std::io::stdin", "std::io::stdout", "std::io::stderr", "std::io::IsTerminal", "std::print", "std::println", "std::eprint",
    "std::eprintln", "std::dbg", "tokio::io::stdin", "tokio::io::stdout", "tokio::io::stderr", "crossterm",
    "dialoguer", "rustyline", "indicatif",
    "textwrap::termwidth", "textwrap::Options::with_termwidth", "inquire", "console::Term", "termion", "termcolor", "ratatui", "clearscreen", "rpassword",
];

#[cfg(test)]
mod tests {
    use super::{BEHIND, way};

    #[test]
    fn ways_are_told_from_what_describes_them() {
        assert_eq!(way("std::time::SystemTime::now"), Some(("std::time::SystemTime::now", "the clock")));
        assert_eq!(way("sqlx::Pool"), Some(("sqlx", "a database")));
        assert_eq!(way("std::any::TypeId::of"), Some(("std::any::TypeId", BEHIND)));
        assert_eq!(way("stateline::World::live"), Some(("stateline::World", "its own environment")));
        for plain in ["std::time::Duration", "std::time::SystemTime", "std::net::IpAddr", "random", "std::io"]
        {
            assert_eq!(way(plain), None, "{plain}");
        }
    }
}
