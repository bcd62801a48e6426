//! Italian.

use super::Lists;

/// The word lists of Italian.
pub(super) const LISTS: Lists = Lists {
    months: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    titles: "dir amm psicol cav uff sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa avv ing arch geom rag on sen gen col cap mons \
            don s ss egr gent spett vs cfr es p.es ca",
    numbered: "pag pagg p pp n nn art artt cap vol fig tel",
    enders: "ecc etc s.p.a spa s.r.l srl a.c d.c co inc ltd jr",
    starters: "il lo la i gli le l' un uno una questo questa questi queste quello quella quelli quelle egli lui lei \
            loro noi voi io tu si suo sua suoi sue mio nostro e ed ma o però che chi cosa come quando dove \
            perché se in a ad al alla ai alle da dal dalla di del della dei degli delle nel nella nei con per su \
            sul sulla tra fra dopo prima durante secondo senza verso contro non no sì anche inoltre così allora \
            poi ora oggi ieri domani qui lì già ancora molto più meno tutto tutti tutte alcuni molti ogni altro \
            altri è sono era erano fu ha hanno c'è",
    speech: "disse chiese rispose ha",
    short_months: "gen feb mar apr mag giu lug ago sett ott nov dic",
    ..Lists::NONE
};
