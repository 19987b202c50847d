import type { DeskWithdrawWords } from './desk-withdraw'

export const deskWithdrawEn: DeskWithdrawWords = {
  title: 'Withdraw this verdict',
  lead: 'For a verdict that should not stand at all. Its page keeps its address and says that it was withdrawn and why; its earlier versions stay readable, and machines are told that nothing is claimed any more. To say something else instead, publish a correction.',
  noUndo: 'It cannot be taken back: a withdrawn verdict stays withdrawn.',
  wrongFr: 'What was wrong, for readers (in French)',
  wrongEn: 'What was wrong, for readers (in English)',
  wrongHelp: 'One of the two is enough; it stands on the page and in the public list of corrections.',
  withdraw: 'Withdraw the verdict',
  done: 'The verdict is withdrawn. Its page says so.',
}
