//! Polish.

use super::Lists;

/// The word lists of Polish.
pub(super) const LISTS: Lists = Lists {
    ordinals: true,
    months: "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    titles: "fot pt pw dr prof mgr inż hab doc ks św śp bp abp kard gen płk ppłk mjr kpt por ppor sierż im ul al pl os np \
            tj tzn tzw m.in ok ww wg dot zob br ang niem łac fr red woj pow gm rzecz",
    numbered: "par nr str s t art ust pkt poz rozdz tel",
    enders: "itd itp r w n.e p.n.e zł gr godz min sek o.o sp.z.o.o co inc ltd jr wiek",
    starters: "to ten ta te ci on ona ono oni one ja ty my wy się jego jej ich mój nasz w we na z ze do od po za \
            przed pod nad przez dla o u i a ale lecz jednak oraz albo lub że żeby aby bo gdy kiedy jeśli jeżeli \
            jak gdzie kto co czy który która które nie tak już jeszcze tylko także też również wtedy teraz dziś \
            wczoraj jutro tam tu bardzo więcej wszystko wszyscy każdy niektórzy według podczas mimo jest są był \
            była było były ma mają",
    ordinal_nouns: "wieku wiek rocznica rocznicy",
    determiners: "lat lata latach latami w z na do od po",
    amounts: "tys mln mld proc",
    ..Lists::NONE
};
