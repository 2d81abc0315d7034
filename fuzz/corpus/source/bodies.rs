use std::collections::HashMap;
struct S { a: Vec<S>, b: Option<Box<S>>, c: HashMap<String, (u8, S)> }
impl S {
    fn a(&mut self) -> &mut Vec<S> { &mut self.a }
    fn build(self, n: usize) -> Result<Self, String> { if n > 0 { Ok(self) } else { Err(format!("{n} {}", self.a.len())) } }
}
impl Iterator for S { type Item = u8; fn next(&mut self) -> Option<Self::Item> { None } }
impl std::ops::Deref for S { type Target = Vec<S>; fn deref(&self) -> &Vec<S> { &self.a } }
fn all(mut s: S, f: impl Fn(&S) -> u8, list: &[S]) -> Result<u8, String> {
    let S { a, ref b, c: mut d } = s else { return Ok(1) };
    let x = a.iter().map(|s| s.b.as_ref()).filter_map(|b| b?.c.get("k")).fold(0u8, |n, (m, s)| n + m + f(s));
    let (y, .., [z, w @ 1..=9, _rest @ ..]) = ((1, 2), 3, [1, 2, 3u8]);
    match b { Some(inner) if let Some(deep) = &inner.b => deep.a.len(), Some(_) | None => { loop { break 0 } } };
    'outer: for (i, s) in list.iter().enumerate() { while let Some(n) = d.remove("x") { if i > 3 { continue 'outer } } }
    let c = move |p: &mut S| -> usize { p.a().push(S { a: vec![], b: None, ..todo!() }); p[0].a[1..].len() };
    let g = <Vec<S> as Default>::default().into_iter().collect::<Vec<_>>();
    unsafe { let _ = *(&x as *const u8) as u32 as f64; }
    s.build(2)?.b.unwrap().next().map_or_else(|| 1, u8::from);
    println!("{x} {:?} {y}", z = z, g.first().a.len()); assert_eq!(s.a, list[0].b.c, "{}", s.len());
    let _ = async { all(s, |_| 1, &[]).await?.a }; let _ = matches!(x, 1 | 2 if y > 2); return Err(String::new())
}
