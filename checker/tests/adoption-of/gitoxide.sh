# GitoxideLabs/gitoxide, b8914ff.
kit=kit
first_round="objects refs config worktree transport gix app"
second_round=("app gix" "gix objects")
looked_at="gix config"
law() { printf 'laws:\n  never_reaches: { refs: [app] }\n' >>stateline.yaml; }
new_crossing() { echo 'pub use gix_path::RelativePath;' >>gix-url/src/lib.rs; }
known_crossing() { echo 'pub type Again = gix::commitgraph::Graph;' >>gitoxide-core/src/lib.rs; }
rename() { renamed gix-bitmap gix-bits; }
