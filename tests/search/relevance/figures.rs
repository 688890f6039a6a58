//! Shares and ranks, and their output.

/// Share of a total.
#[derive(Clone, Copy, Debug, Default)]
pub struct Share {
    pub right: u32,
    pub of: u32,
}

impl Share {
    pub fn add(&mut self, is_right: bool) {
        self.of += 1;
        self.right += u32::from(is_right);
    }

    pub fn value(self) -> f64 {
        f64::from(self.right) / f64::from(self.of.max(1))
    }
}

impl std::fmt::Display for Share {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            formatter,
            "{:>5} of {:>5} = {:.3}",
            self.right,
            self.of,
            self.value()
        )
    }
}

/// Results of a list of labelled queries.
#[derive(Default)]
pub struct Ranking {
    pub first: Share,
    pub among_three: Share,
    pub reciprocal: f64,
}

impl Ranking {
    pub fn add(&mut self, rank: Option<u32>) {
        self.first.add(rank == Some(1));
        self.among_three.add(rank.is_some_and(is_among_three));
        self.reciprocal += rank.map_or(0.0, |rank| f64::from(rank).recip());
    }

    pub fn mean_reciprocal(&self) -> f64 {
        self.reciprocal / f64::from(self.first.of.max(1))
    }

    pub fn print(&self, kind: &str) {
        println!(
            "  {kind:<14}{:>4}{:>10.3}{:>10.3}{:>8.3}",
            self.first.of,
            self.first.value(),
            self.among_three.value(),
            self.mean_reciprocal()
        );
    }
}

/// Least results that a list of queries must reach.
#[derive(Clone, Copy)]
pub struct Ranks {
    pub first: f64,
    pub among_three: f64,
    pub reciprocal: f64,
}

pub fn is_among_three(rank: u32) -> bool {
    rank <= 3
}
