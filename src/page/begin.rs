//! Where the parts of a document begin while it is laid out.

use super::layout::Layout;
use super::sheet::Line;
use super::slices::{DocumentPart, Start};
use super::table_shape::TableShape;
use crate::model::Table;

impl Layout {
    /// Begins a heading or block of a document. Returns whether there are still lines to set.
    pub(super) fn begin(&mut self, section: usize, block: usize) -> bool {
        self.slices.part = DocumentPart { section, block, item: 0 };
        self.begin_item(0)
    }

    /// Begins an item or row. Returns whether there are still lines to set.
    pub(super) fn begin_item(&mut self, item: usize) -> bool {
        let line = self.next_line();
        if self.only_counts() && self.is_outermost() && self.slices.is_due(line) {
            self.slices.starts.push(Start {
                part: DocumentPart { item, ..self.slices.part },
                line,
                last: self.last_bare().cloned(),
                flows: self.page.flows.len(),
                links: self.page.links.len(),
                tables: self.page.tables.len(),
            });
        }
        let pauses = self.is_outermost() && self.slices.pause.is_some_and(|pause| line >= pause);
        if pauses && self.slices.paused.is_none() {
            self.slices.paused = Some(DocumentPart { item, ..self.slices.part });
        }
        !(pauses || self.is_full())
    }

    /// Takes the lines out that nothing below can change.
    pub(super) fn take_lines(&mut self) -> Vec<Line> {
        let last = self.page.lines.pop();
        let lines = std::mem::take(&mut self.page.lines);
        self.counted += lines.len();
        self.page.lines.extend(last);
        lines
    }

    /// Lets the next list or table begin at an item.
    pub(super) fn skip_items(&mut self, items: usize) {
        self.slices.first_item = items;
    }

    /// The item at which a list or table begins.
    pub(super) fn first_item(&mut self) -> usize {
        std::mem::take(&mut self.slices.first_item)
    }

    /// The shape of the table that is set next. It depends on all cells, so it is kept for later lines.
    pub(super) fn shape(&mut self, table: &Table) -> TableShape {
        let (known, above) = &self.slices.known;
        let number = self.page.tables.len();
        let shape = known.get(above + number).or_else(|| self.slices.shapes.get(number));
        if let Some(shape) = shape {
            return shape.clone();
        }
        let shape = TableShape::of(table, self.room());
        self.slices.shapes.push(shape.clone());
        shape
    }
}
