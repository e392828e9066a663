//! The history: back and forward.

/// The earlier stops, the current stop and the later stops.
#[derive(Debug, Clone)]
pub(crate) struct History<T> {
    stops: Vec<T>,
    at: usize,
}

impl<T> History<T> {
    pub(crate) fn new(start: T) -> Self {
        Self { stops: vec![start], at: 0 }
    }

    /// The nearest earlier stop that passes a test, and how many steps back it is.
    pub(crate) fn back_to(&self, test: impl Fn(&T) -> bool) -> Option<(isize, &T)> {
        let behind = self.stops[..self.at].iter().rev().enumerate();
        let mut found = behind.filter(|(_, stop)| test(stop));
        found.next().and_then(|(at, stop)| Some((-isize::try_from(at + 1).ok()?, stop)))
    }

    /// The current stop.
    pub(crate) fn current(&mut self) -> &mut T {
        &mut self.stops[self.at]
    }

    /// Goes to a new stop; later stops are dropped.
    pub(crate) fn visit(&mut self, stop: T) {
        self.stops.truncate(self.at + 1);
        self.stops.push(stop);
        self.at += 1;
    }

    /// Replaces the current stop by a new one; later stops are dropped.
    pub(crate) fn replace(&mut self, stop: T) {
        self.stops.truncate(self.at);
        self.stops.push(stop);
    }

    /// Maps every stop to its new place; stops that are gone are removed. If the current stop is gone,
    /// `instead` replaces it.
    pub(crate) fn carry(&mut self, mut to: impl FnMut(&T) -> Option<T>, instead: T) {
        let mut behind: Vec<T> = self.stops[..self.at].iter().filter_map(&mut to).collect();
        let here = to(&self.stops[self.at]).unwrap_or(instead);
        let ahead: Vec<T> = self.stops[self.at + 1..].iter().filter_map(&mut to).collect();
        self.at = behind.len();
        behind.push(here);
        behind.extend(ahead);
        self.stops = behind;
    }

    /// Steps back, or forward where positive; `None` at the ends.
    pub(crate) fn step(&mut self, steps: isize) -> Option<&T> {
        let target = self.at.saturating_add_signed(steps).min(self.stops.len() - 1);
        if target == self.at {
            return None;
        }
        self.at = target;
        Some(&self.stops[self.at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_gone_is_left_out() {
        let mut history = History::new('a');
        "bcd".chars().for_each(|stop| history.visit(stop));
        history.step(-1);
        let upper = |stop: &char| (*stop != 'b').then_some(stop.to_ascii_uppercase());
        history.carry(upper, '-');
        assert_eq!(*history.current(), 'C');
        assert_eq!(history.step(-1), Some(&'A'));
        assert_eq!(history.step(2), Some(&'D'));
        history.carry(|stop| (*stop != 'D').then_some(*stop), '-');
        assert_eq!(*history.current(), '-');
    }

    #[test]
    fn back_forward_and_a_new_way() {
        let mut history = History::new('a');
        history.visit('b');
        history.visit('c');
        assert_eq!(history.step(-2), Some(&'a'));
        assert_eq!(history.step(-1), None);
        assert_eq!(history.step(1), Some(&'b'));
        history.visit('d');
        assert_eq!(history.step(1), None);
        assert_eq!(history.step(-1), Some(&'b'));
        history.replace('e');
        assert_eq!(history.step(1), None);
        assert_eq!(history.step(-1), Some(&'a'));
    }
}
