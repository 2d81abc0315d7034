//! A dense system as a matrix: rows name columns, in layers, so that what goes back up stands out.

use super::plan::{Fate, LineKind, Plan};
use super::rings::components;
use std::collections::BTreeMap;

/// A plan as a matrix. Rows and columns have one order: contexts that others rest on come last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matrix {
    /// The names of the contexts, as a plan has them.
    pub names: Vec<String>,
    /// What is written as their names.
    pub called: Vec<String>,
    /// The contexts by number, from the first row to the last.
    pub order: Vec<usize>,
    /// The rows at which a layer begins, but for the first.
    pub layers: Vec<usize>,
    /// Rows from and before which contexts reach each other in a circle, and whether by calls.
    pub circles: Vec<Circle>,
    /// By row, column and class; one for each that has any items.
    pub cells: Vec<Cell>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Circle {
    pub from: usize,
    pub before: usize,
    /// Whether they call each other; else they name each other's items.
    pub calls: bool,
}

/// What the context of a row has to do with that of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub row: usize,
    pub column: usize,
    pub class: Class,
    pub items: usize,
    /// How many of them were gained, and how many lost, since another map.
    pub gained: usize,
    pub lost: usize,
}

/// What a cell shows by hue and shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Calls and uses that the map allows.
    Permitted,
    /// Topics from the row to the column.
    Told,
    Tolerated,
    Broken,
}

impl Class {
    pub const ALL: [Class; 4] = [Class::Permitted, Class::Told, Class::Tolerated, Class::Broken];

    /// As pictures name it in an attribute.
    pub fn name(self) -> &'static str {
        match self {
            Class::Permitted => "permitted",
            Class::Told => "told",
            Class::Tolerated => "tolerated",
            Class::Broken => "broken",
        }
    }

    fn of(kind: LineKind) -> Class {
        match kind {
            LineKind::Mail => Class::Told,
            LineKind::Call | LineKind::Use => Class::Permitted,
            LineKind::Tolerated => Class::Tolerated,
            LineKind::Broken => Class::Broken,
        }
    }
}

/// By context and context.
type Weights = BTreeMap<(usize, usize), usize>;

/// Draws up the matrix of a plan.
pub fn matrix(plan: &Plan) -> Matrix {
    let plan = plan.canonical();
    let names: Vec<String> = plan.states.iter().map(|state| state.name.clone()).collect();
    // By fate.
    let mut all: BTreeMap<(usize, usize, Class), [usize; 3]> = BTreeMap::new();
    // Whoever names or calls another rests on it; who publishes rests on nobody.
    let mut code = Weights::new();
    let mut calls = vec![Vec::new(); names.len()];
    for line in &plan.lines {
        let (Some(from), Some(to)) = (plan.number(&line.from), plan.number(&line.to)) else { continue };
        all.entry((from, to, Class::of(line.kind))).or_default()[line.fate as usize] += line.names.len();
        if line.kind != LineKind::Mail {
            *code.entry((from, to)).or_default() += line.names.len();
        }
        if line.kind == LineKind::Call && line.fate != Fate::Lost {
            calls[from].push(to);
        }
    }
    let (order, layers, mut circles) = layered(names.len(), &code);
    let place: BTreeMap<usize, usize> = order.iter().enumerate().map(|(row, state)| (*state, row)).collect();
    for ring in components(&calls).into_iter().filter(|ring| ring.len() > 1) {
        // A ring of calls lies in a circle of code.
        let at = place[&ring[0]];
        if let Some(circle) = circles.iter_mut().find(|circle| (circle.from..circle.before).contains(&at)) {
            circle.calls = true;
        }
    }
    let cell = |((from, to, class), [kept, gained, lost]): ((usize, usize, Class), [usize; 3])| Cell {
        row: place[&from],
        column: place[&to],
        class,
        items: kept + gained + lost,
        gained,
        lost,
    };
    let mut cells: Vec<Cell> = all.into_iter().map(cell).collect();
    cells.sort_by_key(|cell| (cell.row, cell.column, cell.class));
    let called = plan.states.iter().map(|state| state.called().to_owned()).collect();
    Matrix { names, called, order, layers, circles, cells }
}

/// The order, where layers begin, and the circles.
fn layered(count: usize, code: &Weights) -> (Vec<usize>, Vec<usize>, Vec<Circle>) {
    let mut to = vec![Vec::new(); count];
    code.keys().for_each(|(from, target)| to[*from].push(*target));
    let groups = components(&to);
    let mut group_of = vec![0; count];
    for (group, members) in groups.iter().enumerate() {
        members.iter().for_each(|member| group_of[*member] = group);
    }
    // How many layers lie below each. Groups come after those that they reach.
    let mut height = vec![0usize; groups.len()];
    for (group, members) in groups.iter().enumerate() {
        let reached = members.iter().flat_map(|member| &to[*member]).map(|target| group_of[*target]);
        let below = reached.filter(|other| *other != group).map(|other| height[other] + 1).max();
        height[group] = below.unwrap_or(0);
    }
    let mut sorted: Vec<usize> = (0..groups.len()).collect();
    sorted.sort_by_key(|group| (std::cmp::Reverse(height[*group]), groups[*group][0]));
    let (mut order, mut layers, mut circles) = (Vec::new(), Vec::new(), Vec::new());
    let mut last = None;
    for group in sorted {
        let from = order.len();
        if last.is_some_and(|last| last != height[group]) {
            layers.push(from);
        }
        last = Some(height[group]);
        order.extend(unwound(&groups[group], code));
        if groups[group].len() > 1 {
            circles.push(Circle { from, before: order.len(), calls: false });
        }
    }
    (order, layers, circles)
}

/// The members of a circle, in an order in which little goes back up (P. Eades, X. Lin and W. Smyth, A
/// fast and effective heuristic for the feedback arc set problem, 1993).
fn unwound(members: &[usize], code: &Weights) -> Vec<usize> {
    let mut left: Vec<usize> = members.to_vec();
    let (mut first, mut last) = (Vec::new(), Vec::new());
    while !left.is_empty() {
        let out = |one: usize| left.iter().filter_map(|other| code.get(&(one, *other))).sum::<usize>();
        let into = |one: usize| left.iter().filter_map(|other| code.get(&(*other, one))).sum::<usize>();
        let sink = left.iter().rposition(|one| out(*one) == 0);
        if let Some(sink) = sink {
            last.push(left.remove(sink));
            continue;
        }
        let surplus = |one: usize| out(one) as i64 - into(one) as i64;
        let best = (0..left.len()).max_by_key(|place| (surplus(left[*place]), std::cmp::Reverse(*place)));
        first.push(left.remove(best.expect("some are left")));
    }
    first.extend(last.into_iter().rev());
    first
}

impl Matrix {
    /// The pairs that have any cell, in one direction or both.
    pub fn pairs(&self) -> usize {
        let ends = |cell: &Cell| (cell.row.min(cell.column), cell.row.max(cell.column));
        self.cells.iter().map(ends).collect::<std::collections::BTreeSet<_>>().len()
    }

    /// What is not in it, though the plan has it; nothing, unless it is the matrix of another plan.
    pub fn missing(&self, plan: &Plan) -> Vec<String> {
        let plan = plan.canonical();
        let number = |name: &str| self.names.iter().position(|other| other == name);
        let row = |name: &str| self.order.iter().position(|state| Some(*state) == number(name));
        let is_shown = |line: &&super::plan::Line| {
            row(&line.from).zip(row(&line.to)).is_some_and(|(row, column)| {
                let same =
                    |cell: &Cell| (cell.row, cell.column, cell.class) == (row, column, Class::of(line.kind));
                self.cells.iter().any(same)
            })
        };
        let lines = plan.lines.iter().filter(|line| !is_shown(line));
        lines.map(|line| format!("{} to {}", line.from, line.to)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Circle, layered};

    #[test]
    fn layers_go_down_and_circles_stand_together() {
        // 0 rests on 1 and 3; 1 and 2 on each other; 2 on 3; 4 on nobody.
        let code = [((0, 1), 1), ((0, 3), 1), ((1, 2), 5), ((2, 1), 1), ((2, 3), 1)].into();
        let (order, layers, circles) = layered(5, &code);
        assert_eq!(order, [0, 1, 2, 3, 4]);
        assert_eq!(layers, [1, 3]);
        assert_eq!(circles, [Circle { from: 1, before: 3, calls: false }]);
    }
}
