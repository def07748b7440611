const listed = (text: string) => text.split(' ')

/** Words that turn the following ones round; so does every contraction in "n't". */
export const englishNegations: ReadonlySet<string> = new Set(
  listed(
    'aint arent cannot cant couldnt darent didnt doesnt dont hadnt hasnt havent isnt mightnt mustnt neednt oughtnt shant shouldnt wasnt werent wont wouldnt neither never none nope nor not nothing nowhere uhuh uh-uh without rarely seldom despite',
  ),
)

/** Degree words that strengthen what follows. */
const strong = listed(
  'absolutely amazingly awfully completely considerable considerably decidedly deeply effing enormous enormously entirely especially exceptional exceptionally extreme extremely fabulously flipping flippin frackin fracking fricking frickin frigging friggin fully fuckin fucking fuggin fugging greatly hella highly hugely incredible incredibly intensely major majorly more most particularly purely quite really remarkably so substantially thoroughly total totally tremendous tremendously uber unbelievably unusually utter utterly very',
)

/** Degree words that weaken what follows. */
const weak = listed(
  'almost barely hardly kinda kindof kind-of less little marginal marginally occasional occasionally partly scarce scarcely slight slightly somewhat sorta sortof sort-of',
)
const weakPairs = ['just enough', 'kind of', 'sort of']

/** Mean change of a rating by a degree word, in points of −4 … 4 (Hutto & Gilbert 2014, table 3). */
const DEGREE = 0.293

/** Change of the rating that follows a degree word or pair of words, in points. */
export const englishDegrees: ReadonlyMap<string, number> = new Map([
  ...strong.map((word): [string, number] => [word, DEGREE]),
  ...[...weak, ...weakPairs].map((word): [string, number] => [word, -DEGREE]),
])

/** Turns of phrase whose rating is not that of their words. */
export const englishIdioms: ReadonlyMap<string, number> = new Map([
  ['the shit', 3],
  ['the bomb', 3],
  ['bad ass', 1.5],
  ['badass', 1.5],
  ['bus stop', 0],
  ['yeah right', -2],
  ['kiss of death', -1.5],
  ['to die for', 3],
  ['beating heart', 3.1],
  ['broken heart', -2.9],
])

/** Unicode short names of emoji that show what somebody feels; the words are rated like written ones. */
export const emojiNames: ReadonlyMap<string, string> = new Map(
  listed(
    '😀:grinning_face 😃:grinning_face_with_big_eyes 😄:grinning_face_with_smiling_eyes 😁:beaming_face_with_smiling_eyes 😆:grinning_squinting_face 😅:grinning_face_with_sweat 🤣:rolling_on_the_floor_laughing 😂:face_with_tears_of_joy 🙂:slightly_smiling_face 🙃:upside-down_face 😉:winking_face 😊:smiling_face_with_smiling_eyes 😇:smiling_face_with_halo 🥰:smiling_face_with_hearts 😍:smiling_face_with_heart-eyes 🤩:star-struck 😘:face_blowing_a_kiss 😗:kissing_face 😚:kissing_face_with_closed_eyes 😋:face_savoring_food 😜:winking_face_with_tongue 🤗:hugging_face 🤔:thinking_face 😐:neutral_face 😑:expressionless_face 🙄:face_with_rolling_eyes 😏:smirking_face 😒:unamused_face 😌:relieved_face 😔:pensive_face 😴:sleeping_face 🤮:face_vomiting 😎:smiling_face_with_sunglasses 😕:confused_face 😟:worried_face 🙁:slightly_frowning_face ☹:frowning_face 😮:face_with_open_mouth 😯:hushed_face 😲:astonished_face 😳:flushed_face 🥺:pleading_face 😨:fearful_face 😰:anxious_face_with_sweat 😥:sad_but_relieved_face 😢:crying_face 😭:loudly_crying_face 😱:face_screaming_in_fear 😖:confounded_face 😣:persevering_face 😞:disappointed_face 😓:downcast_face_with_sweat 😩:weary_face 😫:tired_face 😤:face_with_steam_from_nose 😡:pouting_face 😠:angry_face 🤬:face_with_symbols_on_mouth 💔:broken_heart ❤:red_heart 💘:heart_with_arrow 💝:heart_with_ribbon 💖:sparkling_heart 💗:growing_heart 💓:beating_heart 💕:two_hearts 💋:kiss_mark 👍:thumbs_up 👎:thumbs_down 👏:clapping_hands 🙌:raising_hands 🙏:folded_hands 🎉:party_popper',
  ).map((pair): [string, string] => {
    const [emoji = '', name = ''] = pair.split(':')
    return [emoji, name.replaceAll('_', ' ')]
  }),
)
