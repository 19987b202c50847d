const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** What a text of XML says: its entities, and the characters a workbook writes as `_x000D_`. */
export const textOfXml = (xml: string): string =>
  xml
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/\r\n?/g, '\n')
    .replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g, (whole, hex, decimal, name) => {
      if (name) return NAMED[name] ?? whole
      const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole
    })
    .replace(/_x([0-9a-fA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))

/** Formats that are dates by their number (ECMA-376, 18.8.30), those of East Asia included. */
const isDateId = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Whether a number is shown as a date: by the number of its format, or by the letters of days, months, years in it. */
export const isDateFormat = (id: number, code: string | undefined): boolean =>
  code === undefined ? isDateId(id) : /[dmyhs]/i.test(code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|General/gi, ''))

const DAY_MS = 86_400_000
/** Day 0 of either calendar. Excel believes that 1900 was a leap year, so that from March 1900 on a day is counted twice. */
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
/** Last second of the year 9999, the last Excel knows. */
const LAST_SERIAL = 2_958_466

/** A day of Excel as ISO: `2013-01-10`, with its time when it has one. A number that is no day stays a number. */
export function dateOfSerial(serial: number, isFrom1904: boolean): string {
  if (!Number.isFinite(serial) || serial < 0 || serial >= LAST_SERIAL) return String(serial)
  const isBeforeMarch = !isFrom1904 && serial < 60
  const epoch = isFrom1904 ? EPOCH_1904 : EPOCH_1900 + (isBeforeMarch ? DAY_MS : 0)
  const at = new Date(epoch + Math.round(serial * 86_400) * 1_000).toISOString()
  if (serial < 1 && !isFrom1904) return at.slice(11, 19)
  return at.endsWith('T00:00:00.000Z') ? at.slice(0, 10) : at.slice(0, 19)
}
