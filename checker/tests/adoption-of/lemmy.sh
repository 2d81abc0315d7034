# LemmyNet/lemmy, 439734d.
kit=kit
first_round="server api federation views schema"
second_round=("views schema")
looked_at="server views"
law() { printf 'laws:\n  never_reaches: { schema: [api] }\n' >>stateline.yaml; }
new_crossing() { echo 'pub use lemmy_utils::utils::markdown::clean_url;' >>crates/server/src/lib.rs; }
known_crossing() { echo 'pub type Again = lemmy_api_utils::context::LemmyContext;' >>crates/apub/activities/src/lib.rs; }
rename() { renamed lemmy_email lemmy_mail; }
