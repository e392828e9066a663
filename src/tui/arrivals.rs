//! What comes to the app from beside the screen: the ladder read again, and what is wrong with it.

use std::sync::Arc;

use super::app::App;
use super::layer::Layer;
use super::session::Findings;
use crate::finding::Finding;
use crate::model::Ladder;

impl App {
    /// Takes over the ladder as it is now on disk, and stays where one was. What lies over the panes
    /// is of the ladder that was, but for a list of findings: it shows those there are now.
    pub(crate) fn reload(&mut self, ladder: Arc<Ladder>, findings: Findings) {
        self.stage.reload(ladder, findings);
        self.layers.retain(|layer| matches!(layer, Layer::Findings(_)));
        self.settle_findings();
    }

    /// Says why the ladder cannot be read again, now and whenever one asks what is wrong.
    pub(crate) fn unread(&mut self, reason: String) {
        self.notice = Some(reason.clone());
        self.stage.shared.unread = Some(reason);
    }

    /// Takes what was found beside the screen.
    pub(crate) fn found(&mut self, generation: usize, findings: Vec<Finding>) {
        self.stage.shared.found(generation, findings);
        self.settle_findings();
    }

    /// Lets a list of findings show those there are, or close where none are left.
    fn settle_findings(&mut self) {
        let is_list = |layer: &Layer| matches!(layer, Layer::Findings(_));
        let shared = &self.stage.shared;
        if shared.is_faultless() && self.layers.last().is_some_and(is_list) {
            let since = if shared.generation > 0 { " any more" } else { "" };
            self.notice = Some(format!("nothing is wrong with this ladder{since}"));
            self.layers.retain(|layer| !is_list(layer));
        }
        self.fit_layers();
    }
}
