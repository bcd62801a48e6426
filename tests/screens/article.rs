//! Articles made up for these tests.

/// A report with everything an article can have: front matter, headline, byline, caption, subhead, quotes.
pub const REPORT: &str = "\
---
title: Harbour crane stood still for a week
outlet: Lindholm Courier
date: 2026-03-02
lang: en
---
# Harbour crane stood still for a week

By Mara Lind

The large crane in Lindholm harbour has not moved since 21 February, the port authority said on Monday. \
Eleven ships were sent on to Vesterby. According to dock workers, a bearing had been squealing since Christmas.

Photo: The crane in summer / Lindholm Courier

## A question of oil

\"That is not true\", said harbour master Ole Brandt. \"The bearing was greased every week.\" \
He did not deny that one inspection had been skipped. The maker, Kranbau Nord, reportedly warned the port in writing.

Last year the harbour handled 412,000 tonnes, more than in any year before. The repair is said to cost 80,000 crowns. \
Who pays is open.

Read also: The ferry that came too early
";

/// A shorter one in the same story.
pub const COMMENT: &str = "\
# Grease is cheap

The port authority knew. A crane does not fail in one night, and nobody who has worked below one believes that it does.
";

/// Text that wants to get out of its cell: controls, escape sequences, wide, combined, joined, right to left.
pub const EVIL: &str = "\
# \u{1b}[31mRed\u{1b}[0m \u{7}bell\u{9b}2J and \u{202e}turned\u{202c} \u{200b}

Wide: 漢字かな交じり文 한국어 ｆｕｌｌ. Family: 👨‍👩‍👧‍👦 flag: 🇩🇪 heart: ❤️ keycap: 1️⃣. \
Combined: e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}\u{30c}. \
Hebrew: שלום עולם, Arabic: مرحبا بالعالم. Tabs:\ta\tb. Soft\u{ad}hyphen and no\u{a0}break and tag\u{e0041}s. \
Zero\u{200d}width\u{feff}joiner \u{300}alone. Null \u{1}\u{2}\u{7f} done.
";
