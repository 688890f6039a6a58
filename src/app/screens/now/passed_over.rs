//! Numbers that the worker's own marks took off the first page.

use super::{NowRow, kind};
use crate::app::state::App;
use crate::app::view::Foot;
use crate::app::view::layout::Layout;
use crate::directory::hours::Asking;
use crate::directory::{Caller, Contact, Phone};
use crate::pathways::Here;

impl App {
    /// Returns the number that would answer in a row, had the worker not found it out of service, with
    /// its contact; `None` if no mark changed the row.
    fn passed_over(&self, row: &NowRow) -> Option<(&Contact, &Phone)> {
        let (NowRow::Call(number, _) | NowRow::ByTown(number)) = row else {
            return None;
        };
        if self.dead.is_empty() {
            return None;
        }
        let need = &kind(*number)?.need;
        let first = self.with_here(|here, pathways| {
            let unmarked = Here {
                reported: &[],
                asking: Asking {
                    caller: Caller {
                        dead: &[],
                        ..here.asking.caller
                    },
                    ..here.asking
                },
                ..here
            };
            let mut calls = unmarked.call_now(pathways.now()).into_iter();
            let call = calls.find(|call| call.kind.need == *need)?;
            Some((call.contact.id.clone(), call.phone?.dialled()))
        });
        let (id, number) = first.flatten()?;
        let contact = self.contact(&id)?;
        let is_it = |phone: &&Phone| phone.dialled() == number && self.is_found_dead(&number);
        let phone = contact.phones.iter().find(is_it)?;
        Some((contact, phone))
    }

    /// Returns the row above the footer for a selected row whose usual number the worker found out of
    /// service; `None` for others.
    pub(super) fn foot_of_passed_over(
        &self,
        row: Option<&NowRow>,
        layout: &Layout,
    ) -> Option<Foot> {
        let (contact, phone) = self.passed_over(row?)?;
        let facts = [
            ("name", contact.title(self.language()).into()),
            ("number", phone.number.as_str().into()),
        ];
        let say = |id| self.messages().format(id, &facts);
        let texts = ["strip-passed-over", "strip-passed-over-short"].map(say);
        self.foot_beside_list(layout, &texts)
    }
}
