import 'server-only'
import { PROBLEM_CODES, problemText } from '@/lib/i18n/problems'
import { bodyExample } from './openapi'
import { asksInQuery, type Operation } from './operation'
import { OPERATIONS } from './operations'
import { BASE } from './routing'

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** A line that can be pasted into a shell where RECOUPE and TOKEN are set. */
export function curlOf(operation: Operation): string {
  const { method, example, takesFile } = operation
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(example[name])))
  const body = bodyExample(operation)
  const query = asksInQuery(operation) ? new URLSearchParams(body as Record<string, string>).toString() : ''
  const hasBody = !asksInQuery(operation) && Object.keys(body).length > 0
  return [
    'curl',
    ...(method === 'GET' || (method === 'POST' && (hasBody || takesFile)) ? [] : ['-X', method]),
    `"$RECOUPE${BASE}${path}${query && `?${query}`}"`,
    ...(operation.isOpen ? [] : ['-H "Authorization: Bearer $TOKEN"']),
    ...(operation.guards ? [`-H 'If-Match: "3"'`] : []),
    ...(takesFile ? [`-H 'Content-Type: ${takesFile[0]}' --data-binary @${example.name}`] : []),
    ...(hasBody ? ["-H 'Content-Type: application/json'", '-d', quoted(JSON.stringify(body))] : []),
  ].join(' ')
}

/** docs/api.md: made of the same table as the routing, so that it says what is there. */
export function guide(preface: string): string {
  const tags = [...new Set(OPERATIONS.map(({ tag }) => tag))]
  const parts = tags.map((tag) =>
    [
      `## ${tag}`,
      ...OPERATIONS.filter((it) => it.tag === tag).map(
        (it) =>
          `### \`${it.id}\`\n\n\`${it.method} ${BASE}${it.path}\` · ${it.isOpen ? 'anyone' : `scope \`${it.scope}\``}\n\n${it.summary}\n\n\`\`\`sh\n${curlOf(it)}\n\`\`\``,
      ),
    ].join('\n\n'),
  )
  const refusals = PROBLEM_CODES.map((code) => {
    const { title, meaning } = problemText('en', code)
    return `- \`${code}\`: **${title}.** ${meaning}`
  })
  return `${[preface.trim(), ...parts, `## Refusals\n\n${refusals.join('\n')}`].join('\n\n')}\n`
}
