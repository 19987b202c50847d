import 'server-only'
import { PROBLEM_CODES, problemText } from '@/lib/i18n/problems'

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** Every kind of refusal of the API on one page, French beside English; the address of a type ends in its code. */
export function problemsPage(): string {
  const entries = PROBLEM_CODES.map((code) => {
    const [fr, en] = [problemText('fr', code), problemText('en', code)]
    return `<section id="${code}"><h2><code>${code}</code></h2>
<p lang="fr"><strong>${escaped(fr.title)}</strong> – ${escaped(fr.meaning)}</p>
<p lang="en"><strong>${escaped(en.title)}</strong> – ${escaped(en.meaning)}</p></section>`
  })
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>API – Recoupe</title></head>
<body><main><h1>API : refus · <span lang="en">refusals</span></h1>
${entries.join('\n')}
</main></body></html>
`
}
