import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { expectFitInBothLooks, signIn } from './support/desk'

/** The export as Excel in French saves it, with some cells edited by their column and claim. */
async function editedExport(page: Page, edits: readonly (readonly [claim: string, column: string, value: string])[]) {
  const csv = await (await page.request.get('/export/claims.csv?profile=excel&lang=fr')).text()
  const [head = '', ...rows] = csv.split('\r\n')
  const names = head.replace(/[\ufeff"]/g, '').split(';')
  const lines = rows.map((line) => {
    const cells = line.slice(1, -1).split('";"')
    for (const [claim, column, value] of edits) if (cells[0] === claim) cells[names.indexOf(column)] = value
    return line === '' ? line : `"${cells.join('";"')}"`
  })
  return Buffer.from([head, ...lines].join('\r\n'))
}
async function send(page: Page, buffer: Buffer): Promise<void> {
  await page.goto('/fr/desk/import')
  await page.getByLabel(/CSV, TSV, XLSX ou/).setInputFiles({ name: 'affirmations.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await page.waitForURL(/\/desk\/import\/[0-9a-f-]{36}$/)
}

test('a table is sent, its columns are looked over, what would change is seen, written, and taken back', async ({
  page,
}) => {
  await signIn(page)
  const edits = [
    ['C03', 'statement_fr', 'Les islamistes se disent maîtres de Kona.'],
    ['C04', 'event', 'un-siege-inconnu'],
  ] as const
  await send(page, await editedExport(page, edits))
  await expect(page.getByLabel(/^claim_id/)).toHaveValue('claim_id')
  await expect(page.getByLabel(/^url/)).toHaveValue('')
  await page.getByRole('button', { name: /Comparer/ }).click()
  await expect(page.getByText(/1 avec des changements/)).toBeVisible()
  await expect(page.getByRole('heading', { name: '1 ligne refusée' })).toBeVisible()
  await expect(page.getByText(/ligne 5, colonne event.*un-siege-inconnu/)).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /refusées en CSV/ }).click()
  const refused = readFileSync(await (await download).path(), 'utf8')
  expect(refused).toContain('"un-siege-inconnu"')
  expect(refused).toContain('aucun événement ne s’appelle ainsi')

  await page.getByRole('button', { name: /^Écrire/ }).click()
  await expect(page.locator('[role=alert].side')).toBeVisible() // one refused row stops the whole
  await page.getByLabel(/Laisser 1 ligne de côté/).check()
  await page.getByRole('button', { name: /^Écrire/ }).click()
  await expect(page.getByText('Écrit. Tout peut être repris d’un coup.')).toBeVisible()
  const address = page.url()
  await page.goto('/fr/desk/claims?q=ma%C3%AEtres')
  await expect(page.getByText('Les islamistes se disent maîtres de Kona.').first()).toBeVisible()

  await page.goto(address)
  await page.getByRole('button', { name: 'Reprendre cet import' }).click()
  await expect(page.getByText(/Repris.* de ce qu’il avait écrit/)).toBeVisible()
  await page.goto('/fr/desk/import')
  const line = page.getByRole('listitem').filter({ hasText: 'affirmations.csv' }).first()
  await expect(line).toContainText('repris')
  await expect(line).toContainText(/[0-9a-f]{64}/)
})

test('a new passage shows who says it before it is written, and names nobody knows only where that was chosen', async ({
  page,
}) => {
  await signIn(page)
  await page.goto('/fr/desk/import')
  const cells = [
    ['statement_fr', 'kind', 'dispatch_slug', 'quote', 'Qui l’a dit'],
    [
      'Le siège, redit',
      'indirect',
      'mali-kona-france-24',
      'Nous contrôlons la cité presque en totalité.',
      'Fanta Kéïta',
    ],
  ]
  await page.getByLabel(/Cellules copi/).fill(cells.map((it) => it.join('\t')).join('\n'))
  await page.getByRole('button', { name: 'Coller des cellules' }).click()
  await expect(page.getByLabel(/^Qui l’a dit/)).toHaveValue('attribution_chain')
  await page.getByRole('button', { name: /Comparer/ }).click()
  await expect(page.getByText(/aucune source ne s’appelle ainsi.*Fanta Kéïta/)).toBeVisible()
  await page.getByText('Changer les colonnes').click()
  await page.getByLabel('Ajouter les sources que nous ne connaissons pas').check()
  await page.getByRole('button', { name: /Comparer/ }).click()
  await expect(page.getByRole('list', { name: /Qui le dit/ })).toHaveText(/Fanta Kéïta.*nouvelle source.*FRANCE 24/)
  await page.getByRole('button', { name: 'Abandonner cet import' }).click()
  await expect(page.getByText(/Abandonné\./)).toBeVisible()
})

test('pasted cells are a table, and without JavaScript it goes the same way', async ({ browser, page }) => {
  await signIn(page)
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const plain = await context.newPage()
  await plain.goto('/en/desk/import')
  await plain.getByLabel(/Cells copied/).fill('statement_fr\tstatement_en\nUn pont neuf\tA new bridge')
  await plain.getByRole('button', { name: 'Paste cells' }).click()
  await plain.waitForURL(/\/desk\/import\/[0-9a-f-]{36}$/)
  await plain.getByRole('button', { name: /Compare with the archive/ }).click()
  await expect(async () => {
    await plain.reload()
    await expect(plain.getByText('1 row: 1 new')).toBeVisible({ timeout: 500 })
  }).toPass()
  await plain.getByRole('button', { name: /Write it/ }).click()
  await expect(async () => {
    await plain.reload()
    await expect(plain.getByText('Written.')).toBeVisible({ timeout: 500 })
  }).toPass()
  await plain.getByRole('button', { name: 'Take this import back' }).click()
  await expect(async () => {
    await plain.reload()
    await expect(plain.getByText('Taken back: 1 row')).toBeVisible({ timeout: 500 })
  }).toPass()
  await context.close()
})

test('of a workbook the sheet that is chosen is the one whose cells are shown and compared', async ({ page }) => {
  await signIn(page)
  await page.goto('/fr/desk/import')
  await page.getByLabel(/CSV, TSV, XLSX ou/).setInputFiles('tests/support/saved-by-libreoffice.xlsx')
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await page.waitForURL(/\/desk\/import\/[0-9a-f-]{36}$/)
  const sheets = page.getByRole('navigation', { name: 'Quelle feuille' })
  await expect(sheets.getByRole('link', { name: 'Faits' })).toHaveAttribute('aria-current', 'true')
  await expect(page.getByText('Une autre feuille')).toHaveCount(0)
  await sheets.getByRole('link', { name: 'Été & « notes »' }).click()
  await expect(sheets.getByRole('link', { name: 'Été & « notes »' })).toHaveAttribute('aria-current', 'true')
  await expect(page.getByText('Une autre feuille')).toBeVisible()
  await page.getByRole('button', { name: /Comparer/ }).click()
  await expect(page.getByText(/^1 ligne\s: 1 en plus/)).toBeVisible()
  await page.getByRole('button', { name: 'Abandonner cet import' }).click()
  await expect(page.getByText(/^Abandonné\. Rien n’a été écrit/)).toBeVisible()
})

test('the import is accessible in both languages and themes, and fits a phone', async ({ page }) => {
  test.setTimeout(120_000)
  await signIn(page)
  await send(page, await editedExport(page, [['C03', 'kind', 'paraphrase']]))
  const mapping = page.url()
  await expectFitInBothLooks(page, '/fr/desk/import')
  await expectFitInBothLooks(page, mapping)
  await page.goto(mapping)
  await page.getByRole('button', { name: /Comparer/ }).click()
  await expect(page.getByRole('heading', { name: '1 ligne refusée' })).toBeVisible()
  await expectFitInBothLooks(page, mapping)
})
