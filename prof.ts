import { readFileSync } from 'node:fs'
import { readDocument } from '@/lib/domain/suggest/document'
import { attributionsOf } from '@/lib/domain/suggest/suggest-attributions'
import { findAttributions } from '@/lib/domain/suggest/find-attributions'
import { rulesOf } from '@/lib/domain/suggest/rules'
import { nameSuggestions } from '@/lib/domain/suggest/names'
import { framesOf } from '@/lib/domain/suggest/frames'
import { conflictsOf, DETECTORS } from '@/lib/domain/suggest/conflicts'
const seed=readFileSync('/work/shared/data/mali-2013/dispatch.fr.txt','utf8')
for(const n of [10,55]){const t=Array.from({length:n},()=>seed).join('\n\n')
const T=(l:string,f:()=>any)=>{const t0=process.cpuUsage();const r=f();const u=process.cpuUsage(t0);console.log(n,l,((u.user+u.system)/1000).toFixed(0)+' ms cpu');return r}
const doc=T('read',()=>readDocument(t));T('find',()=>findAttributions(readDocument(t),rulesOf('fr')));const a=T('attr',()=>attributionsOf(readDocument(t),'fr'));const names=T('names',()=>nameSuggestions(doc));const frames=T('frames',()=>framesOf(doc,'fr',a));for(const d of DETECTORS)T(d.name,()=>d({doc,language:'fr',attributions:a,names,frames,published:null}))}
