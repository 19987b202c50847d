import type { DispatchFileWords } from './dispatch-file'

export const dispatchFileEn: DispatchFileWords = {
  title: 'Take the text from a file',
  lead: 'Text, a saved web page, DOCX or a PDF with text in it, up to 7.5 MB. The form is filled with what the file says; nothing is kept before you have read it through.',
  file: 'File',
  address: 'Or the address of a web page',
  submit: 'Read the file',
  reading: 'Reading the file…',
  refusal: {
    file_empty: 'The file is empty. Choose another.',
    file_too_large: 'The file is larger than 7.5 MB, or too large once unpacked. Paste the text below.',
    file_not_utf8:
      'The text is not in the encoding the file states (UTF-8 when it states none). Save the file as UTF-8 and try again.',
    file_not_text: 'This is no text, web page, DOCX or PDF. Paste the text below.',
    file_no_text:
      'There is no text in this file; perhaps it holds pictures. Run character recognition over it, or paste the text.',
    file_locked: 'The file is locked with a password. Save it without one and try again.',
    file_damaged: 'The file is incomplete or damaged. Ask for it again, or paste the text.',
    file_too_slow: 'Reading took more than twenty seconds and was stopped. Paste the text below.',
    page_refused:
      'This address could not be read: it does not answer, is not public or leads elsewhere. Save the page and choose the file.',
    page_not_text: 'There is no text or web page at this address. Save the file and choose it.',
    page_too_large: 'The page is larger than 2 MB. Save it and choose the file.',
  },
  warning: {
    whole_page: 'No article was recognised: menus may stand among the words.',
    line_breaks: 'A PDF breaks its lines: they were joined into paragraphs. Compare with the original.',
    end_hyphens: 'Hyphens at the ends of lines were kept: “follow-up” is right, “news-paper” is not.',
    no_title: 'The file gives no title: write one.',
  },
  format: { text: 'text', html: 'web page', docx: 'DOCX', pdf: 'PDF' },
  filled: (format, characters) =>
    `File read (${format}): ${characters.toLocaleString('en')} characters. Read it through, then add it.`,
  added: (title, address) => `“${title}” is added: ${address}`,
  same: (address) => `This text is here already, nothing changed: ${address}`,
  dryRun: 'Dry run: nothing was written.',
}
