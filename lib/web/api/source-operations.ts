import 'server-only'
import { z } from 'zod'
import { AddDispatch, addDispatch } from '@/lib/services/add-dispatch'
import { at, made, type Operation, undoable, verb } from './operation'

/** A million letters, each at most six bytes once escaped, and the rest. */
const DISPATCH_BYTES = 6_500_000

export const SOURCE_OPERATIONS: Operation[] = [
  verb({
    id: 'addDispatch',
    path: '/dispatches',
    tag: 'dispatches',
    summary: 'Take a dispatch in, letter for letter.',
    input: AddDispatch,
    answer: undoable({ ...made, slug: z.string(), versionId: z.guid() }),
    place: at('dispatches'),
    limit: DISPATCH_BYTES,
    example: { title: 'Mali : combats à Konna', text: 'Les islamistes ont pris Konna.', language: 'fr' },
    run: addDispatch,
  }),
]
