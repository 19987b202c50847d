import { closeDb, deskDb } from '@/lib/data/db'
import { isSampleLoaded, markSampleLoaded } from '@/lib/data/settings'
import { loadSample } from './load-sample'
import { SAMPLE } from './mali-2013/sample'

/*
 * Loads the sample dispatch once, through the services the interface uses, so that a seed cannot build what the app could
 * not. Run it as often as you like: what is there is kept, what is missing is added, nothing is written twice.
 */
const NAME = 'mali-2013'

try {
  if (await isSampleLoaded(deskDb(), NAME)) console.log('sample: already loaded')
  else {
    await loadSample(SAMPLE, (done, total, what) => console.log(`sample: ${done}/${total} ${what}`))
    await markSampleLoaded(deskDb(), NAME)
    console.log('sample: loaded')
  }
} finally {
  await closeDb()
}
