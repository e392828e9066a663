//! What goes together through the columns: groups of sections or of texts, in lists in reading order.
//! A list is linked, so that a group is put into it without moving those behind.

/// Groups of things of columns, of each column at most one. The columns come one after the other.
#[derive(Default)]
pub(crate) struct Groups {
    /// The group of each thing of each column.
    pub(crate) of: Vec<Vec<Option<usize>>>,
    groups: Vec<Group>,
    /// How each group is in its list.
    links: Vec<Linked>,
    /// The first group of each list.
    first: Vec<Option<usize>>,
}

struct Group {
    /// The things of the columns that have one, each behind its column.
    members: Vec<(usize, usize)>,
    /// Of sections: how deep it nests. Of texts: the group of sections it is in.
    place: usize,
}

/// What a list looks at as it is passed: little, since many groups are passed.
struct Linked {
    /// The group that follows.
    next: Option<usize>,
    /// The last column that has a thing in the group.
    last: usize,
}

/// Where one is in a list: behind a group, or before the first.
#[derive(Clone, Copy)]
pub(crate) struct Behind {
    pub(crate) list: usize,
    pub(crate) group: Option<usize>,
}

impl Groups {
    /// A list that groups are put into.
    pub(crate) fn add_list(&mut self) {
        self.first.push(None);
    }

    /// One more column with this many things.
    pub(crate) fn add_column(&mut self, things: usize) {
        self.of.push(vec![None; things]);
    }

    pub(crate) fn place(&self, group: usize) -> usize {
        self.groups[group].place
    }

    /// The things of a group, each behind its column.
    pub(crate) fn members(&self, group: usize) -> &[(usize, usize)] {
        &self.groups[group].members
    }

    pub(crate) fn has(&self, group: usize, column: usize) -> bool {
        let members = &self.groups[group].members;
        members.binary_search_by_key(&column, |(column, _)| *column).is_ok()
    }

    /// Whether a group has a thing of the last column.
    pub(crate) fn has_last(&self, group: usize) -> bool {
        self.links[group].last + 1 == self.of.len()
    }

    /// Puts a thing of the last column into a group that has none of it yet.
    pub(crate) fn join(&mut self, group: usize, column: usize, thing: usize) {
        if self.of[column][thing].is_none() && !self.has_last(group) {
            self.groups[group].members.push((column, thing));
            self.links[group].last = column;
            self.of[column][thing] = Some(group);
        }
    }

    /// Starts a group with a thing of the last column.
    pub(crate) fn start(&mut self, column: usize, thing: usize, place: usize) -> usize {
        let group = self.groups.len();
        self.groups.push(Group { members: vec![(column, thing)], place });
        self.links.push(Linked { next: None, last: column });
        self.of[column][thing] = Some(group);
        group
    }

    /// Puts a group into a list.
    pub(crate) fn insert(&mut self, behind: Behind, group: usize) {
        self.links[group].next = self.next(behind);
        match behind.group {
            Some(before) => self.links[before].next = Some(group),
            None => self.first[behind.list] = Some(group),
        }
    }

    /// Passes the groups that a test lets pass.
    pub(crate) fn pass(&self, mut behind: Behind, passes: impl Fn(usize) -> bool) -> Behind {
        while let Some(next) = self.next(behind).filter(|next| passes(*next)) {
            behind.group = Some(next);
        }
        behind
    }

    /// The groups of a list.
    pub(crate) fn list(&self, list: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.first[list], |group| self.links[*group].next)
    }

    fn next(&self, behind: Behind) -> Option<usize> {
        match behind.group {
            Some(group) => self.links[group].next,
            None => self.first[behind.list],
        }
    }
}
