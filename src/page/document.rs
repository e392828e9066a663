//! A document as a page.

use super::glyphs::{Glyphs, icon_glyph};
use super::layout::{Layout, MEASURE};
use super::sheet::{MIN_WIDTH, OutlineEntry, Page, Run};
use super::slices::DocumentPart;
use super::table::table;
use super::wrap::width;
use crate::model::{
    Block, Document, DocumentId, Item, List, Quote, Section, SectionId, SectionKind, Text,
};
use crate::theme::{Ink, Mark};

/// How a document is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentOptions {
    /// The width in columns, at least [`MIN_WIDTH`].
    pub width: usize,
    /// The signs to draw with.
    pub glyphs: Glyphs,
    /// The widest line of prose, in columns. Tables take the whole width.
    pub measure: usize,
}

impl DocumentOptions {
    /// With the usual widest line.
    #[must_use]
    pub const fn new(width: usize, glyphs: Glyphs) -> Self {
        Self { width, glyphs, measure: MEASURE }
    }
}

/// Lays out a document. The first entry of the page's outline is the document itself, the others are
/// its sections in order: [`section_entry`] says which.
#[must_use]
pub fn lay_out_document(document: &Document, options: DocumentOptions) -> Page {
    lay_out_anchored(document, |_| None, options)
}

/// Lays out a document of a ladder, with anchors. `source` says which document a section comes from, or
/// the text before the first section.
#[must_use]
pub fn lay_out_anchored(
    document: &Document,
    source: impl Fn(Option<SectionId>) -> Option<DocumentId>,
    options: DocumentOptions,
) -> Page {
    let mut layout =
        Layout::new(options.width.max(MIN_WIDTH), options.glyphs).measured(options.measure);
    set_from(&mut layout, document, source, DocumentPart::default());
    layout.page
}

/// Sets a document from a part on, until the wanted lines are set.
pub(super) fn set_from(
    layout: &mut Layout,
    document: &Document,
    source: impl Fn(Option<SectionId>) -> Option<DocumentId>,
    from: DocumentPart,
) {
    for at in from.section..=document.sections.len() {
        let section = at.checked_sub(1).map(SectionId);
        layout.document = source(section);
        let section = section.map(|section| document.section(section));
        let first = if at == from.section { from.block } else { 0 };
        if first == 0 {
            if !layout.begin(at, 0) {
                return;
            }
            match section {
                None => title(layout, document),
                Some(section) => heading(layout, section),
            }
        }
        let blocks = section.map_or(&document.preamble, |section| &section.blocks);
        let blocks = without_last_rule(blocks).iter().enumerate();
        for (i, block) in blocks.skip(first.saturating_sub(1)) {
            if !layout.begin(at, i + 1) {
                return;
            }
            let is_first = (at, i + 1) == (from.section, from.block);
            layout.skip_items(if is_first { from.item } else { 0 });
            self::block(layout, block, 0);
        }
    }
}

/// The outline entry of a section, or of the top of the page.
#[must_use]
pub fn section_entry(section: Option<SectionId>) -> usize {
    section.map_or(0, |section| section.0 + 1)
}

fn title(layout: &mut Layout, document: &Document) {
    layout.page.outline.push(OutlineEntry {
        title: document.title.replace('\n', " "),
        depth: 0,
        line: 0,
        source: document.line,
        kind: None,
        spots: [None, None],
    });
    let icon = document.icon.as_deref().map(|icon| icon_glyph(icon, layout.glyphs));
    let icon = icon.filter(|icon| !icon.is_empty()).map_or(String::new(), |icon| icon + " ");
    let rest = " ".repeat(width(&icon));
    layout.indented(Run::new(icon, Ink::Marker), Run::new(rest, Ink::Text), |layout| {
        layout.stand_at(document.line, 0);
        prose(layout, &Text::plain(&document.title), Ink::Title);
    });
    layout.blank();
}

fn heading(layout: &mut Layout, section: &Section) {
    layout.blank();
    let line = layout.next_line();
    layout.page.outline.push(OutlineEntry {
        title: section.title.as_str().replace('\n', " "),
        depth: section.depth,
        line,
        source: section.line,
        kind: None,
        spots: [None, None],
    });
    layout.stand_at(section.line, 0);
    match (section.depth, section.kind) {
        (1, _) => {
            prose(layout, &section.title, Ink::Heading);
            let stroke = layout.glyphs.horizontal().repeat(layout.room().min(layout.measure));
            layout.line(vec![Run::new(stroke, Ink::Border)]);
        }
        (2, SectionKind::Heading(_)) => {
            prose(layout, &section.title, Ink::Heading);
        }
        _ => prose(layout, &section.title, Ink::Subheading),
    }
}

fn prose(layout: &mut Layout, text: &Text, mark: impl Into<Mark>) {
    layout.running_text(text, mark.into(), layout.measure);
}

/// The blocks without a rule at the end: the next heading already separates the sections.
fn without_last_rule(blocks: &[Block]) -> &[Block] {
    match blocks {
        [before @ .., Block::Rule(_)] => before,
        all => all,
    }
}

fn block(layout: &mut Layout, block: &Block, depth: usize) {
    match block {
        Block::Paragraph(paragraph) => {
            layout.stand_at(paragraph.line, 0);
            prose(layout, &paragraph.text, Ink::Text);
            layout.blank();
        }
        Block::List(list) => {
            if items(layout, list, depth) && depth == 0 {
                layout.blank();
            }
        }
        Block::Table(it) => {
            if table(layout, it) {
                layout.blank();
            }
        }
        Block::Quote(it) => {
            quote(layout, it);
            layout.blank();
        }
        Block::Code(code) => {
            let rest = Run::new("  ", Ink::Text);
            layout.indented(rest.clone(), rest, |layout| {
                layout.stand_at(code.line, 0);
                layout.text(&Text::plain(code.text.trim_end_matches('\n')), Ink::Code);
            });
            layout.blank();
        }
        Block::Rule(_) => {
            let stroke = layout.glyphs.horizontal().repeat(layout.room().min(layout.measure));
            layout.line(vec![Run::new(stroke, Ink::Border)]);
            layout.blank();
        }
        Block::Image(image) => {
            let lead = Run::new(format!("{} ", layout.glyphs.picture()), Ink::Marker);
            let alt = if image.alt.trim().is_empty() { &image.target } else { &image.alt };
            layout.indented(lead, Run::new("  ", Ink::Text), |layout| {
                layout.stand_at(image.line, 0);
                prose(layout, &Text::plain(alt), Ink::Muted);
            });
            layout.blank();
        }
    }
}

/// Sets the items of a list. Returns whether none is left.
fn items(layout: &mut Layout, list: &List, depth: usize) -> bool {
    let last = list.start.map(|start| start + list.items.len().saturating_sub(1) as u64);
    let digits = last.map_or(0, |last| last.to_string().len());
    let first = layout.first_item();
    for (i, item) in list.items.iter().enumerate().skip(first) {
        if !layout.begin_item(i) {
            return false;
        }
        let bullet = match (item.checked, list.start) {
            (Some(done), _) => layout.glyphs.task(done).to_owned(),
            (None, Some(start)) => format!("{:>digits$}.", start + i as u64),
            (None, None) => layout.glyphs.bullet(depth).to_owned(),
        };
        let lead = format!("{bullet} ");
        let rest = Run::new(" ".repeat(width(&lead)), Ink::Text);
        layout.indented(Run::new(lead, Ink::Marker), rest, |layout| {
            self::item(layout, item, depth);
        });
    }
    true
}

fn item(layout: &mut Layout, item: &Item, depth: usize) {
    if !item.text.is_empty() {
        layout.stand_at(item.line, 0);
        prose(layout, &item.text, Ink::Text);
    }
    for inner in &item.blocks {
        if !matches!(inner, Block::List(_)) {
            layout.blank();
        }
        block(layout, inner, depth + 1);
    }
}

fn quote(layout: &mut Layout, quote: &Quote) {
    let warns = |kind: &str| ["warning", "caution", "danger", "error"].contains(&kind);
    let ink = match &quote.callout {
        Some(callout) if warns(&callout.kind.to_lowercase()) => Ink::Warning,
        Some(_) => Ink::Callout,
        None => Ink::Muted,
    };
    let bar = Run::new(format!("{} ", layout.glyphs.quote()), ink);
    layout.indented(bar.clone(), bar, |layout| {
        let start = layout.next_line();
        if let Some(callout) = &quote.callout {
            layout.stand_at(quote.line, 0);
            prose(layout, &Text::plain(&callout.kind), ink);
        }
        for block in &quote.blocks {
            self::block(layout, block, 0);
        }
        // Its bar would be drawn one line too far.
        layout.take_back_blank(start);
    });
}
