//! Turkish.

use super::Lists;

/// The word lists of Turkish.
pub(super) const LISTS: Lists = Lists {
    ordinals: true,
    months: "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    titles: "dr prof doç yrd av sn bn bay st ör örn bkz krş yy cad sok mah alb gen org tüm kur",
    numbered: "no s sf c m md tel",
    enders: "vb vs vd a.ş ltd şti m.ö m.s inc co jr",
    starters: "bu şu o bunlar onlar ben sen biz siz bir ve ama fakat ancak çünkü eğer ne nasıl neden kim hangi \
            nerede her bazı çok daha en hem ya da de ise için ile gibi kadar sonra önce şimdi bugün dün yarın \
            burada orada evet hayır var yok böylece ayrıca yine bunun buna bunu onun ona onu",
    ordinal_nouns: "yüzyıl yüzyılın yüzyılda yüzyıla yıl dönümü",
    ..Lists::NONE
};
