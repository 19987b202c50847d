import type { Language } from '@/lib/domain/vocabulary'
import { deskQueuesEn } from './desk-queues.en'
import { deskQueuesFr } from './desk-queues.fr'

export type DeskQueuesWords = typeof deskQueuesEn

/** What the desk says around its lists: filters, queues, work on many rows at once. */
export const deskQueuesWords = (language: Language): DeskQueuesWords =>
  language === 'fr' ? deskQueuesFr : deskQueuesEn
