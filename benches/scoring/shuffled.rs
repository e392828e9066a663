//! Harder copies of labeled pairs: a fifth of the items and of the headings gone, lists in another
//! order, and on the right the sections too. The labels hold, since every text keeps its line.

use rungs::model::{Block, Document, Ladder, RoleId, Section};

/// One in so many goes.
const GONE: u64 = 5;

/// A generator of numbers (splitmix64: Steele, Lea and Flood 2014), so that a seed gives one copy.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound.max(1) as u64) as usize
    }

    fn is_gone(&mut self) -> bool {
        self.below(GONE as usize) == 0
    }

    /// By the method of Fisher and Yates (1938).
    fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.below(last + 1));
        }
    }
}

/// Makes both documents harder to align.
pub(crate) fn shuffle(ladder: &mut Ladder, roles: [RoleId; 2], seed: u64) {
    let mut numbers = Numbers(seed);
    for (side, role) in roles.into_iter().enumerate() {
        let document = &mut ladder.roles[role.0].document;
        drop_headings(document, &mut numbers);
        blocks(&mut document.preamble, &mut numbers);
        document.sections.iter_mut().for_each(|it| blocks(&mut it.blocks, &mut numbers));
        if side == 1 {
            let sections = std::mem::take(&mut document.sections);
            document.sections = siblings(sections, &mut numbers);
        }
    }
}

/// What stands under a heading that is gone stands under the one before it.
fn drop_headings(document: &mut Document, numbers: &mut Numbers) {
    let sections = std::mem::take(&mut document.sections);
    let inner: Vec<bool> = (0..sections.len())
        .map(|at| sections.get(at + 1).is_some_and(|next| next.depth > sections[at].depth))
        .collect();
    for (section, holds_others) in sections.into_iter().zip(inner) {
        if !holds_others && numbers.is_gone() {
            let before = document.sections.last_mut().map(|it| &mut it.blocks);
            before.unwrap_or(&mut document.preamble).extend(section.blocks);
        } else {
            document.sections.push(section);
        }
    }
}

fn blocks(blocks: &mut [Block], numbers: &mut Numbers) {
    for block in blocks {
        match block {
            Block::List(list) => {
                list.items.retain(|_| !numbers.is_gone());
                numbers.shuffle(&mut list.items);
            }
            Block::Table(table) => {
                table.rows.retain(|_| !numbers.is_gone());
                numbers.shuffle(&mut table.rows);
            }
            _ => {}
        }
    }
}

/// The outermost sections in another order, each with what nests in it, and so on inside.
fn siblings(sections: Vec<Section>, numbers: &mut Numbers) -> Vec<Section> {
    let outermost = sections.iter().map(|section| section.depth).min().unwrap_or(0);
    let mut groups: Vec<Vec<Section>> = Vec::new();
    for section in sections {
        match groups.last_mut() {
            Some(group) if section.depth > outermost => group.push(section),
            _ => groups.push(vec![section]),
        }
    }
    numbers.shuffle(&mut groups);
    let inside = |mut group: Vec<Section>| {
        let inner = group.split_off(1);
        group.extend(if inner.is_empty() { inner } else { siblings(inner, numbers) });
        group
    };
    groups.into_iter().flat_map(inside).collect()
}
