import { describe, expect, test } from 'vitest'
import { type Read, read } from './read'

const all = (text: string) => read(text, 'en')
/** A text, and what must be found in it, in order and nothing else. */
type Case = [text: string, ...expected: Partial<Read>[]]
const holds = ([text, ...expected]: Case) => {
  const found = all(text)
  expect(found).toEqual(expected.map((it) => expect.objectContaining(it)))
}

describe('quotations', () => {
  test.each<Case>([
    [
      'Rebels seized the town, a spokesman for the army told Reuters. "We are in control," Colonel Amadou Diallo said by telephone. He added that three soldiers had been killed.',
      {
        content: ['Rebels seized the town'],
        cue: 'told',
        source: 'a spokesman for the army',
        via: ['Reuters'],
        type: 'indirect',
      },
      { content: ['We are in control,'], cue: 'said', sourceName: 'Amadou Diallo', type: 'direct', rule: 'postposed' },
      { content: ['three soldiers had been killed'], cue: 'added', source: 'He', sourceName: 'Amadou Diallo' },
    ],
    [
      '"This is a war crime," said Stephane Dujarric, the U.N. spokesman. "It must stop."',
      {
        content: ['This is a war crime,'],
        cue: 'said',
        source: 'Stephane Dujarric, the U.N. spokesman',
        sourceName: 'Stephane Dujarric',
      },
      { content: ['It must stop.'], cue: null, sourceName: 'Stephane Dujarric', rule: 'floating' },
    ],
    [
      '"The deal," the spokeswoman told Reuters by telephone, "was signed on Monday."',
      { content: ['The deal,', 'was signed on Monday.'], source: 'the spokeswoman', via: ['Reuters'], type: 'direct' },
    ],
    [
      'In a statement, the foreign ministry said, "France will respond in due time."',
      { content: ['France will respond in due time.'], source: 'the foreign ministry', rule: 'quoted' },
    ],
    [
      'Asked whether he would resign, Mr. Jones replied: "Absolutely not."',
      { content: ['Absolutely not.'], cue: 'replied', sourceName: 'Jones', rule: 'quoted' },
    ],
    [
      '"It could have been worse." Khaled Al-Maeena, editor at large at the Saudi Gazette, said. He was not there.',
      { content: ['It could have been worse.'], cue: 'said', sourceName: 'Khaled Al-Maeena' },
    ],
    [
      'Khaled Al-Maeena, editor at large at the Saudi Gazette, said. "Had it happened earlier, the toll would be higher."',
      { content: ['Had it happened earlier, the toll would be higher.'], sourceName: 'Khaled Al-Maeena' },
    ],
    [
      "'We were told to leave at once,' Ahmed Ali, a farmer, told Al Jazeera. 'There was no time.'",
      { content: ['We were told to leave at once,'], source: 'Ahmed Ali, a farmer', via: ['Al Jazeera'] },
      { content: ['There was no time.'], sourceName: 'Ahmed Ali', rule: 'floating' },
    ],
    [
      '“They came at night.”\n— Fatima Diallo, a survivor',
      { content: ['They came at night.'], cue: '—', sourceName: 'Fatima Diallo', type: 'direct' },
    ],
    [
      '"Are we safe?" asked Ms. Brown. "I don\'t know," her neighbour answered.',
      { content: ['Are we safe?'], cue: 'asked', sourceName: 'Brown', cueClass: 'ask' },
      { content: ["I don't know,"], cue: 'answered', source: 'her neighbour' },
    ],
    [
      '"Everything was destroyed," recalled Ana Souza, 34, who lost her home.',
      { content: ['Everything was destroyed,'], cue: 'recalled', sourceName: 'Ana Souza' },
    ],
    [
      '"If we knew what we were doing, it would not be called research" is a line attributed to Albert Einstein.',
      {
        content: ['If we knew what we were doing, it would not be called research'],
        cue: 'attributed to',
        source: 'Albert Einstein',
      },
      { content: ['what we were doing'], cue: 'knew', sourceName: 'Albert Einstein' },
    ],
    [
      'Boris Johnson\'s spokesman said the prime minister "has full confidence" in his team.',
      {
        content: ['the prime minister "has full confidence" in his team'],
        type: 'mixed',
        source: "Boris Johnson's spokesman",
      },
    ],
  ])('%s', (...it) => holds(it))
})

describe('clauses', () => {
  test.each<Case>([
    [
      'The United Nations said Monday that at least 40 people died.',
      {
        content: ['at least 40 people died'],
        cue: 'said',
        sourceName: 'United Nations',
        type: 'indirect',
        rule: 'clause',
      },
    ],
    [
      'Prime Minister Jane Smith told reporters her government would not negotiate. She said the talks had failed.',
      { content: ['her government would not negotiate'], cue: 'told', sourceName: 'Jane Smith' },
      { content: ['the talks had failed'], source: 'She', sourceName: 'Jane Smith' },
    ],
    [
      'The mayor, who was re-elected in May, told The New York Times he had not been informed of the plan.',
      { content: ['he had not been informed of the plan'], source: 'The mayor' },
    ],
    [
      'A source close to the talks told AFP on condition of anonymity that a deal was near.',
      { content: ['a deal was near'], source: 'A source close to the talks', via: ['AFP'] },
    ],
    [
      'Witnesses said they saw bodies in the streets, but the government insisted the army had not fired.',
      { content: ['they saw bodies in the streets'], sourceName: 'Witnesses' },
      { content: ['the army had not fired'], cue: 'insisted', source: 'the government' },
    ],
    [
      'The storm killed 12 people, officials said Tuesday, adding that hundreds were missing.',
      { content: ['The storm killed 12 people'], source: 'officials', rule: 'postposed' },
      { content: ['hundreds were missing'], cue: 'adding', sourceName: 'officials', rule: 'gerund' },
    ],
    [
      'Two senior officials, who spoke on condition of anonymity, said the deal could collapse, the Associated Press reported.',
      { cue: 'reported', sourceName: 'Associated Press' },
      { content: ['the deal could collapse'], cue: 'said', source: 'Two senior officials', hedged: true },
    ],
    [
      'The report, published on Friday, found that emissions rose by 3 percent. Scientists fear the trend will continue.',
      { content: ['emissions rose by 3 percent'], cue: 'found', source: 'The report' },
      { content: ['the trend will continue'], cue: 'fear', cueClass: 'opine' },
    ],
    [
      'John Kerry, the U.S. secretary of state, warned Russia it would face consequences.',
      { content: ['it would face consequences'], cue: 'warned', sourceName: 'John Kerry' },
    ],
    [
      'As the minister noted in March, the budget is balanced.',
      { content: ['the budget is balanced'], cue: 'noted', source: 'the minister' },
    ],
    [
      'Students, said Mauer, are required to exhibit.',
      { content: ['Students', 'are required to exhibit'], source: 'Mauer' },
    ],
    [
      'The site, she believes, is the oldest of its kind.',
      { content: ['The site', 'is the oldest of its kind'], cue: 'believes', cueClass: 'opine' },
    ],
    [
      'Wikinews observed the exhibit identifies local artists.',
      { content: ['the exhibit identifies local artists'], cue: 'observed', sourceName: 'Wikinews' },
    ],
    [
      'It is asserted by the Crown that both parents knew this.',
      { content: ['both parents knew this'], cue: 'is asserted', source: 'the Crown', rule: 'passive' },
    ],
    [
      'The ministry issued a statement saying that all flights were cancelled.',
      { content: ['all flights were cancelled'], cue: 'saying', source: 'The ministry' },
    ],
    [
      'He knows what the plan costs. She wondered whether anyone would come.',
      { content: ['what the plan costs'], cue: 'knows', cueClass: 'opine' },
      { content: ['whether anyone would come'], cue: 'wondered', cueClass: 'ask' },
    ],
    [
      'Smith, who had argued that the bridge was unsafe, resigned.',
      { content: ['the bridge was unsafe'], cue: 'had argued', source: 'Smith' },
    ],
    [
      'The remarks drew criticism from the opposition, which demanded an apology.',
      { content: ['an apology'], source: 'the opposition' },
    ],
    [
      'The court heard that the man had fled. Prices, he warned, could double.',
      { content: ['the man had fled'], source: 'The court' },
      { content: ['Prices', 'could double'], cue: 'warned' },
    ],
  ])('%s', (...it) => holds(it))
})

describe('according to, deny, confirm, demand, name', () => {
  test.each<Case>([
    [
      'According to ABC News, quoting a Pentagon official, the drone crashed at sea.',
      { content: ['the drone crashed at sea'], cue: 'According to', source: 'ABC News', rule: 'according', via: [] },
    ],
    ['Thousands marched, according to local media.', { content: ['Thousands marched'], source: 'local media' }],
    [
      'The army confirmed the death of two soldiers, but rejected claims that it had used gas.',
      { content: ['the death of two soldiers'], cueClass: 'confirm', source: 'The army' },
      { content: ['claims that it had used gas'], cueClass: 'deny', source: 'The army' },
    ],
    [
      'The company denied that it had misled investors, saying the allegations were "baseless".',
      { content: ['it had misled investors'], cueClass: 'deny' },
      { content: ['the allegations were "baseless"'], cue: 'saying', type: 'mixed', sourceName: 'company' },
    ],
    [
      'Police believe the suspect fled. They urged residents to stay indoors.',
      { content: ['the suspect fled'], cue: 'believe' },
      { content: ['to stay indoors'], cue: 'urged', cueClass: 'demand', sourceName: 'Police' },
    ],
    [
      'The president described the vote as "historic" and called for calm.',
      { content: ['historic'], rule: 'naming', cueClass: 'opine' },
      { content: ['calm'], cueClass: 'demand', source: 'The president' },
    ],
    [
      'Smith does not believe the vote was fair.',
      { content: ['the vote was fair'], cue: 'does not believe', cueClass: 'deny' },
    ],
  ])('%s', (...it) => holds(it))
})

describe('as the agencies write', () => {
  test.each<Case>([
    [
      `KYIV, Ukraine (AP) — Ukraine's president said Tuesday that Russia had launched 100 drones. "They want to freeze us," Volodymyr Zelenskyy wrote on Telegram.`,
      { content: ['Russia had launched 100 drones'], source: "Ukraine's president" },
      { content: ['They want to freeze us,'], cue: 'wrote', sourceName: 'Volodymyr Zelenskyy', via: ['Telegram'] },
    ],
    [
      `Israel's military says it struck a command centre. Gaza's Hamas-run health ministry says 22 people were killed.`,
      { content: ['it struck a command centre'], sourceName: "Israel's military" },
      { content: ['22 people were killed'], sourceName: "Gaza's Hamas-run health ministry" },
    ],
    [
      'The European Commission has accused Google of abusing its dominance. Google said it would appeal.',
      {
        content: ['Google of abusing its dominance'],
        cue: 'has accused',
        cueClass: 'accuse',
        sourceName: 'European Commission',
      },
      { content: ['it would appeal'], sourceName: 'Google' },
    ],
    [
      'A Home Office spokesman said: "We take this extremely seriously." The department added it was reviewing the case.',
      {
        content: ['We take this extremely seriously.'],
        source: 'A Home Office spokesman',
        sourceName: 'Home Office spokesman',
      },
      { content: ['it was reviewing the case'], source: 'The department' },
    ],
    [
      'Witness Mohamed Osman said "the soldiers were firing in all directions" when he fled.',
      { content: ['the soldiers were firing in all directions'], sourceName: 'Mohamed Osman' },
    ],
    [
      'The minister, speaking on condition he not be identified, said talks were "going nowhere".',
      { content: ['talks were "going nowhere"'], source: 'The minister', type: 'mixed' },
    ],
    [
      '"My son was on that bus," Fatou Sow, 42, tells me. "I still don\'t know where he is."',
      { content: ['My son was on that bus,'], sourceName: 'Fatou Sow' },
      { content: ["I still don't know where he is."], rule: 'floating', sourceName: 'Fatou Sow' },
      { content: ['where he is'], cue: "don't know", source: 'I', sourceName: 'Fatou Sow' },
    ],
    [
      "Mali's junta announced on Monday that it would delay the election. The opposition called on the generals to resign.",
      { content: ['it would delay the election'], cueClass: 'announce', source: "Mali's junta" },
      { content: ['to resign'], cueClass: 'demand', sourceName: 'opposition' },
    ],
  ])('%s', (...it) => holds(it))
})

describe('the first person', () => {
  test('inside a quotation is whoever it belongs to', () => {
    const [outer, inner] = all('"I think America\'s obsession with celebrity is not new," Allton said.')
    expect(outer).toMatchObject({ cue: 'said', sourceName: 'Allton', type: 'direct' })
    expect(inner).toMatchObject({ cue: 'think', source: 'I', sourceName: 'Allton', via: [], cueClass: 'opine' })
    expect(inner?.content).toEqual(["America's obsession with celebrity is not new"])
  })

  test('of somebody quoted inside a quotation says through whom it came', () => {
    const [, inner] = all('"He told me, \'You have to leave,\'" Mrs. Keita said.')
    expect(inner).toMatchObject({ cue: 'told', content: ['You have to leave,'], via: ['Keita'] })
  })

  test.each<Case>([
    [
      "I'm disappointed that NASA did not choose us. I have no doubt that things will change.",
      { content: ['NASA did not choose us'], cue: 'disappointed', sourceName: null },
      { content: ['things will change'], cue: 'have no doubt' },
    ],
    [
      'Senator Collins is confident the bill will pass.',
      { content: ['the bill will pass'], sourceName: 'Collins', cueClass: 'opine' },
    ],
    [
      "Do you think nice girls read the paper? Don't you believe the minister lied?",
      { content: ['nice girls read the paper'], cue: 'think', cueClass: 'ask', sourceName: null },
      { content: ['the minister lied'], cue: 'believe', cueClass: 'ask' },
    ],
  ])('%s', (...it) => holds(it))
})

describe('nobody is taken to say', () => {
  test.each([
    'The short answer is that nobody can help.',
    'The team published scientific notes and findings.',
    'A quasi-state of war exists.',
    'She could not tell whether it was true.',
    'I understand it. He found his brother.',
    'This means that borders are not important.',
    'The government announced the start of a process to pick a new flag.',
    'The White House announced the locations that would host the summit.',
    'Photos showed numerous bloodied bodies in the street.',
    'The UN did not say whether aid had arrived.',
    'Neither side has confirmed the deal.',
    'The company stated income of $3m. The law requires firms to report accidents.',
    'He told a joke. He wrote three books about the war.',
    'Researchers found a link between sleep and memory. Police found the body of a woman.',
    'The train was expected to leave at noon. The strike, called by the main union, goes on.',
    '"Black Panther" won three awards. The film, titled "The Long Road Home to You", opens Friday.',
    'The ministry declared a state of emergency. The army repeated the warning.',
    'The mayor recommended the book. Smith argued his case well.',
    'The resident asked not to be named.',
    'The Pentagon would not comment on the report, which was first published by the Washington Post.',
  ])('%s', (text) => expect(all(text)).toEqual([]))
})
