import type { Faults } from './faults'

export const faultsEn = {
  reason: {
    leave_empty: 'This field is a trap for programs. Empty it and send again.',
    required: 'Nothing was given here. Fill it in.',
    too_long: ({ max }) =>
      max === undefined ? 'Too long. Shorten it.' : `Too long: ${max} at most. Shorten it, or split it in two.`,
    too_short: ({ min }) =>
      min === undefined
        ? 'Too short. Write a little more.'
        : `Too short: at least ${min} characters are needed. Write a little more.`,
    nul_character: 'The text holds a null character (U+0000), which cannot be kept. Remove it and try again.',
    lone_surrogate:
      'The text holds half a character (a lone surrogate), which would change the words. Copy the text again from its source.',
    control_character: 'The text holds an invisible control character. Remove it and try again.',
    not_a_choice: ({ choices }) =>
      choices === undefined
        ? 'Not one of the choices. Pick one from the list.'
        : `Not one of the choices. Use one of: ${choices}.`,
    unknown_property: ({ found }) =>
      found === undefined
        ? 'No such property. Pick one from the list.'
        : `No property is called “${found}”. Pick one from the list.`,
    unknown_id:
      'Nothing here has this id; it may have been removed, or you may not see it. Choose it again from the list.',
    not_a_date: ({ found }) =>
      `${found === undefined ? 'This' : `“${found}”`} is not a date we can read (EDTF). Write for instance 2013-01-10, 2013-01, 2013-01-10?, or 2013-01-09/2013-01-10.`,
    date_needs_basis:
      'A date goes with how it is known. Say whether it is stated or inferred, or leave the date empty.',
    address_refused:
      'This address cannot be told. Give one of a public machine, http or https, without a name, a password or a port of its own.',
    not_a_url: 'Not a web address. It must begin with http:// or https://.',
    not_an_email: 'Not an e-mail address. Check it: name@example.org.',
    quote_not_in_text: 'These words are not in the text, letter for letter. Select them in the dispatch again.',
    quote_elsewhere: 'These words are in the text, but not at this place. Select them in the dispatch again.',
    quote_ambiguous: 'These words appear more than once. Select the passage you mean in the dispatch.',
    chain_empty: 'The chain is empty. Say at least who speaks or who publishes.',
    chain_role_order:
      'Whoever speaks comes before the interpreter, the agency and the outlet. Move this hop up, or change its role.',
    needs_two_positions: 'A conflict needs at least two positions. Add the other side.',
    position_empty: 'No passage holds this position. Add at least one, or remove the position.',
    statement_on_other_property:
      'This passage speaks about another property. Choose one that speaks about the property of the conflict.',
    statement_twice: 'This passage is already on another side. Keep it on one side only.',
    claim_not_public:
      'This conflict is public and the claim this passage comes from is not. Publish the claim first, or choose another passage.',
    position_of_other_conflict:
      'This position belongs to another conflict. Choose one of the positions of this conflict.',
    rationale_required: 'The public reason is missing. Say, for readers, why you decide so.',
    no_source_key:
      'This server has no key for protected identities, or not the one that was used. Ask whoever runs it to set RECOUPE_SOURCE_KEY.',
    evidence_or_reason: 'There is no evidence. Attach some, or say why there is none.',
    second_reader_is_author: 'The second reader cannot be the author. Ask someone else to read it.',
    needs_second_reader: 'Nobody else has read this verdict yet. Send it to second reading first.',
    rate_first: 'This reading is blind. Give your own rating first; the first one is shown after.',
    already_rated: 'You have already rated this version; your rating stays as it is. Go on to your decision.',
    needs_correction: 'A published verdict changes with a correction. Say what was wrong, and how serious it was.',
    wrong_state: ({ state }) =>
      state === undefined
        ? 'This cannot be done in the present state. Reload the page to see where things stand.'
        : `This cannot be done while the state is “${state}”. Reload the page to see where things stand.`,
    in_use: 'Something stands on it by now. It stays: change it instead.',
    bears_already:
      'This piece bears on the same thing already. A piece takes one stance at a time: end the other link first.',
    already_taken: 'Already taken. Choose another.',
    password_too_short: ({ min }) =>
      `The password is too short. Use at least ${min ?? 12} characters; a sentence works well.`,
    password_too_common: 'This password is too well known. Choose one that appears in no list; a sentence works well.',
    wrong_credentials: 'The e-mail and the password do not match. Check both and try again.',
    link_expired: 'This link has expired or was already used. Ask an administrator for a new one.',
    last_admin: 'This is the last administrator. Make someone else an administrator first.',
    not_a_number: 'Not a whole number. Use digits only.',
    file_too_big: ({ max }) => `The file is too big: ${max} at most. Split it, or use the command line on the server.`,
    for_editors: 'ClaimReviews of others are brought in by editors. Ask one of them to send this file.',
    cut_short: 'The file did not arrive whole, so nothing of it was taken in. Check the connection and send it again.',
    unknown_field: 'No field has this name. Remove it, or check its spelling.',
  },
  code: {
    not_found: 'There is nothing at this address.',
    forbidden: 'You may not do this.',
    not_signed_in: 'You are not signed in. Sign in and try again; what you typed is kept.',
    stale: 'Someone else saved this in the meantime. Compare the two texts, then save again.',
    invalid: 'Some of what you sent was not accepted. Nothing was saved.',
    quote_missing: 'The quoted words were not found in the text. Nothing was saved.',
    too_many: 'Too many attempts. Wait a little and try again.',
    conflicting: 'This contradicts what is already recorded. Nothing was saved.',
  },
} satisfies Faults
