import 'server-only'
import { z } from 'zod'

export type JsonSchema = { [key: string]: unknown }

/** JSON Schema 2020-12 of what is sent or answered, and the named parts it points at (`#/components/schemas/…`). */
export function jsonSchemaOf(schema: z.ZodType): { schema: JsonSchema; named: Record<string, JsonSchema> } {
  // Wrapped, so that a schema with a name of its own comes out as a reference too.
  const { $defs = {}, properties } = z.toJSONSchema(z.object({ it: schema }), {
    io: 'input',
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as unknown as { $defs?: Record<string, JsonSchema>; properties: { it: JsonSchema } }
  const named = Object.fromEntries(Object.entries($defs).map(([name, { id: _, ...def }]) => [name, moved(def)]))
  return { schema: moved(properties.it) as JsonSchema, named: named as Record<string, JsonSchema> }
}

/** References into our components; bounds that only say what a number in JavaScript is are left out. */
function moved(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(moved)
  if (node === null || typeof node !== 'object') return node
  return Object.fromEntries(
    Object.entries(node)
      .filter(
        ([key, value]) => !(/^(maximum|minimum)$/.test(key) && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER),
      )
      .map(([key, value]) =>
        key === '$ref' && typeof value === 'string'
          ? [key, value.replace('#/$defs/', '#/components/schemas/')]
          : [key, moved(value)],
      ),
  )
}

/** An object's schema without some of its fields, or with some of them no longer required. */
export function without(schema: JsonSchema, names: readonly string[], optional: readonly string[] = []): JsonSchema {
  const properties = schema.properties as Record<string, JsonSchema> | undefined
  if (!properties) return schema
  const kept = Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)))
  const { required: _, ...rest } = schema
  const required = ((schema.required as string[] | undefined) ?? []).filter(
    (name) => !names.includes(name) && !optional.includes(name),
  )
  return { ...rest, properties: kept, ...(required.length > 0 ? { required } : {}) }
}
