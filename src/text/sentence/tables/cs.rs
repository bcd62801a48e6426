//! Czech.

use super::Lists;

/// The word lists of Czech.
pub(super) const LISTS: Lists = Lists {
    ordinals: true,
    months: "ledna února března dubna května června července srpna září října listopadu prosince",
    titles: "dr mgr ing prof doc mudr judr phdr bc rndr paeddr sv p pí např tzv tj resp cca příp popř zejm gen \
            plk mjr kpt por ul nám ev",
    numbered: "č čís str s sv obr tab kap odst čl tel",
    enders: "atd apod aj s.r.o a.s n.l př.n.l st hod min co inc ltd jr ml stol",
    starters: "to ten ta ti ty on ona ono oni já my vy se jeho její jejich můj náš v ve na z ze do od po za před \
            pod nad přes pro o u i a ale však avšak nebo či že aby protože když pokud jestli jak kde kdo co \
            který která které ne ano už již ještě jen také též rovněž pak potom teď dnes včera zítra tam tady tu \
            velmi více vše všichni každý někteří podle během je jsou byl byla bylo byli má mají tak tato tento \
            tyto kromě díky mezi",
    ordinal_nouns: "století ročník",
    determiners: "v ve z na do od po k",
    amounts: "mil mld tis",
    ..Lists::NONE
};
