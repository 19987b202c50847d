import { expect, test } from '@playwright/test'
import { expectAccessible, signIn } from './support/desk'

const WORDS = 'Les hommes armés ont quitté Diabali dans la nuit, a dit un conseiller municipal joint par téléphone. '
const PAGE = `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Diabali</title>
<meta property="article:published_time" content="2013-01-18T09:00:00Z"><link rel="canonical" href="https://journal.example.org/diabali"></head>
<body><nav><a href="/">Accueil</a></nav><article><h1>Diabali : les hommes armés partis</h1><p>${WORDS.repeat(6).trim()}</p></article></body></html>`
const page = { name: 'diabali.html', mimeType: 'text/html', buffer: Buffer.from(PAGE) }

test('a saved web page fills the form with what it says; it is kept only once it was read through', async ({
  page: tab,
}) => {
  await signIn(tab)
  await tab.goto('/fr/desk/dispatches/new')
  await tab.getByLabel('Fichier').setInputFiles(page)
  await tab.getByRole('button', { name: 'Lire le fichier' }).click()
  await expect(tab.getByText(/^Fichier lu \(page web\)/)).toBeVisible()
  await expect(tab.getByLabel('Titre')).toHaveValue('Diabali : les hommes armés partis')
  await expect(tab.getByLabel('Texte', { exact: true })).toHaveValue(new RegExp(`^${WORDS.slice(0, 40)}`))
  await expect(tab.getByLabel(/^Adresse d’origine/)).toHaveValue('https://journal.example.org/diabali')
  await expect(tab.getByLabel(/^Date lue/)).toHaveValue('2013-01-18')
  await expectAccessible(tab, 'a form filled from a file')
  await tab.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await tab.waitForURL(/\/fr\/desk\/dispatches\/diabali/)
  await expect(tab.getByText('conseiller municipal').first()).toBeVisible()
})

test('without JavaScript a file is read all the same, and one that is none is refused by its reason', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const tab = await context.newPage()
  await signIn(tab)
  await tab.goto('/en/desk/dispatches/new')
  await tab.getByLabel('File').setInputFiles({ ...page, buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]) })
  await tab.getByRole('button', { name: 'Read the file' }).click()
  await expect(tab.getByRole('alert')).toContainText('This is no text, web page, DOCX or PDF')
  await tab.getByLabel('File').setInputFiles(page)
  await tab.getByRole('button', { name: 'Read the file' }).click()
  await expect(tab.getByLabel('Headline')).toHaveValue('Diabali : les hommes armés partis')
  await context.close()
})
