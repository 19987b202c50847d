/** A place with coordinates, under the name it is shown by. */
export type LocatedPlace = {
  slug: string
  labelFr: string
  labelEn: string
  latitude: number
  longitude: number
  geonamesId: number | null
}

const KM_PER_DEGREE = 111.32
/** A map of one place still shows some country around it. */
const LEAST_DEGREES = 1.2
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30]

/** The first of 1, 2, 5, 10, 20 … that is not above a length. */
const roundBelow = (length: number): number => {
  const power = 10 ** Math.floor(Math.log10(length))
  return [5, 2, 1].map((it) => it * power).find((it) => it <= length) ?? power
}

/**
 * Where things stand on a small map `width` wide: an equirectangular projection true at its middle latitude, the meridians and
 * parallels inside it, and a scale bar of a round number of kilometres. Null without a place.
 */
export function locatorOf(places: readonly LocatedPlace[], width: number, height: number) {
  if (places.length === 0) return null
  const lats = places.map(({ latitude }) => latitude)
  const lons = places.map(({ longitude }) => longitude)
  const middle = { lat: (Math.min(...lats) + Math.max(...lats)) / 2, lon: (Math.min(...lons) + Math.max(...lons)) / 2 }
  const squeeze = Math.max(0.1, Math.cos((middle.lat * Math.PI) / 180))
  const spanLat = Math.max(LEAST_DEGREES, (Math.max(...lats) - Math.min(...lats)) * 1.5)
  const spanLon = Math.max(LEAST_DEGREES, (Math.max(...lons) - Math.min(...lons)) * 1.5)
  // Units of the drawing for one degree of latitude.
  const scale = Math.min(height / spanLat, width / (spanLon * squeeze))
  const round = (n: number): number => Math.round(n * 10) / 10
  const x = (lon: number): number => round(width / 2 + (lon - middle.lon) * squeeze * scale)
  const y = (lat: number): number => round(height / 2 - (lat - middle.lat) * scale)
  const half = { lat: height / scale / 2, lon: width / scale / squeeze / 2 }
  const step = STEPS.find((it) => Math.max(half.lat, half.lon) * 2 <= it * 6) ?? 30
  const lines = (from: number, to: number): number[] => {
    const first = Math.ceil(from / step)
    return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, i) => round((first + i) * step))
  }
  const km = roundBelow((width / 3 / scale) * KM_PER_DEGREE)
  return {
    points: places.map((place) => ({ place, x: x(place.longitude), y: y(place.latitude) })),
    meridians: lines(middle.lon - half.lon, middle.lon + half.lon).map((lon) => ({ degrees: lon, at: x(lon) })),
    parallels: lines(middle.lat - half.lat, middle.lat + half.lat).map((lat) => ({ degrees: lat, at: y(lat) })),
    bar: { km, length: round((km / KM_PER_DEGREE) * scale) },
  }
}
