import { type LocatedPlace, locatorOf } from '@/lib/domain/locator'
import type { Language } from '@/lib/domain/vocabulary'
import { number } from '@/lib/i18n/format'
import { whereWhenWords } from '@/lib/i18n/where-when'
import { HeadRow } from './head-row'
import { ownText } from './own-words'

const WIDTH = 360
const HEIGHT = 220
/** Labels nearer than this would run into each other. */
const LABEL = 13

/** Places that share one point of the map share one label: two names of one town are two rows of the table. */
function labels(lang: Language, points: readonly { place: LocatedPlace; x: number; y: number }[]) {
  const at = new Map<string, { x: number; y: number; names: string[] }>()
  for (const { place, x, y } of points) {
    const known = at.get(`${x} ${y}`) ?? { x, y, names: [] }
    known.names.push(ownText(lang, place.labelFr, place.labelEn))
    at.set(`${x} ${y}`, known)
  }
  let last = Number.NEGATIVE_INFINITY
  return [...at.values()]
    .sort((a, b) => a.y - b.y)
    .map((it) => {
      last = Math.max(it.y + 4, last + LABEL)
      return { ...it, name: it.names.join(' / '), textY: last, isLeft: it.x > WIDTH * 0.6 }
    })
}

/** Where: the places that have coordinates on a bare graticule with a scale, then the same in a table. Nothing is fetched. */
export function Locator({ lang, places }: { lang: Language; places: readonly LocatedPlace[] }) {
  const map = locatorOf(places, WIDTH, HEIGHT)
  if (map === null) return null
  const t = whereWhenWords(lang)
  const { bar } = map
  return (
    <section className="sec" id="where">
      <h2 id="h-where">{t.where}</h2>
      <p className="dim">{t.whereHow}</p>
      <svg className="drawn map" width={WIDTH} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {map.meridians.map(({ degrees, at }) => (
          <g key={degrees}>
            <path className="gr" d={`M${at} 0V${HEIGHT}`} />
            <text className="d" x={at + 2} y={HEIGHT - 3}>
              {t.degrees(degrees, 'lon', 1)}
            </text>
          </g>
        ))}
        {map.parallels.map(({ degrees, at }) => (
          <g key={degrees}>
            <path className="gr" d={`M0 ${at}H${WIDTH}`} />
            <text className="d" x="2" y={at - 2}>
              {t.degrees(degrees, 'lat', 1)}
            </text>
          </g>
        ))}
        {labels(lang, map.points).map(({ x, y, name, textY, isLeft }) => (
          <g key={name}>
            <circle className="pt" cx={x} cy={y} r="3.5" />
            <text className="s" x={isLeft ? x - 7 : x + 7} y={textY} textAnchor={isLeft ? 'end' : 'start'}>
              {name}
            </text>
          </g>
        ))}
        <path className="ln" d={`M${WIDTH - 12 - bar.length} 12v5h${bar.length}v-5`} />
        <text x={WIDTH - 12} y="28" textAnchor="end">
          {number(lang, bar.km)} km
        </text>
      </svg>
      <table className="figure" aria-labelledby="h-where">
        <HeadRow heads={[t.place, t.latitude, t.longitude, t.authority]} />
        <tbody>
          {places.map((place) => (
            <tr key={place.slug}>
              <td>{ownText(lang, place.labelFr, place.labelEn)}</td>
              <td>{t.degrees(place.latitude, 'lat', 4)}</td>
              <td>{t.degrees(place.longitude, 'lon', 4)}</td>
              <td>
                {place.geonamesId === null ? (
                  t.noAuthority
                ) : (
                  <a href={`https://www.geonames.org/${place.geonamesId}`} rel="noreferrer">
                    GeoNames {place.geonamesId}
                  </a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
