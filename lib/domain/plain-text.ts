/** The names HTML gives to letters and marks, as far as texts in Latin letters use them; the others stay as they are written. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const NAMED = new Map<string, string>([
  ...LATIN.split(' ').map((name, i) => [name, String.fromCodePoint(160 + i)] as const),
  ...Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", hellip: '…', ndash: '–', mdash: '—', euro: '€', bull: '•' },
    ...{ lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', lsaquo: '‹', rsaquo: '›' },
    ...{ oelig: 'œ', OElig: 'Œ', scaron: 'š', Scaron: 'Š', Yuml: 'Ÿ', trade: '™', ensp: '\u2002', emsp: '\u2003' },
  }),
])

/** What a program wrote for others to run or to look nice is not text. */
const UNREAD = /<(script|style)\b[^>]*>[^<]*<\/\1\s*>/giu
/** Only what is written like a tag: "a < b" stays. */
const TAG = /<\/?[a-z][^<>]*>|<!--[^<>]*-->/giu
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,8}));/giu

/**
 * The text of a line of HTML as a reader sees it: tags away, entities read once. What the text itself says of tags ("&lt;b&gt;")
 * is words; what no database holds (U+0000, halves of letters) is replaced.
 */
export const plainText = (html: string): string =>
  storable(
    html
      .replace(UNREAD, ' ')
      .replace(TAG, '')
      .replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return NAMED.get(name) ?? whole
        const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
        return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
      }),
  ).trim()

/** A text without what PostgreSQL refuses. */
export const storable = (text: string): string => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd')
