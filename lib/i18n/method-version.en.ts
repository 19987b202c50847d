import type { MethodVersionWords } from './method-version'

export const methodVersionEn: MethodVersionWords = {
  title: 'Versions of the method',
  why: 'Each verdict carries the version in force on the day it was published, and keeps it. When the scale, what a verdict needs or the way sources are counted changes, it is a new version.',
  name: (version) => `Method, version ${version}`,
  since: (day) => `in force since ${day}`,
  inForce: 'in force',
  willCarry: 'The verdict will carry the version of the method in force now',
  changed: {
    1: 'First version: the scale of ten words, the chain of sources, a second reader, a correction for any change.',
  },
}
