import type { SampleDispatch } from './shape'

/** FRANCE 24, January 2013, as received: “logo” above the headline, no date, no address. */
export const DISPATCH: SampleDispatch = {
  slug: 'mali-kona-france-24',
  file: 'dispatch.fr.txt',
  sha256: '803d3104be16526af26b4e8f4fd0501c963fe6679cb844b024438d0221825884',
  title: "Les islamistes progressent vers le sud, Bamako demande l'aide de Paris",
  language: 'fr',
  publisher: 'france-24',
  url: null,
  published: null,
  boilerplate: [{ text: 'logo', at: 0 }],
}
