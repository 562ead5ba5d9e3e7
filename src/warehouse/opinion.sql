-- warehouse.opinion: what customers said of us, as scores
-- grain: interaction_id
-- reads: warehouse.interaction, warehouse.customer, warehouse.lexicon
-- not null: occurred_at, occurred_on, channel, score, is_given
-- holds: score between -1 and 1
-- totals: (select count(*) from warehouse.opinion where is_given) = (select count(*) from warehouse.interaction where sentiment is not null)
with
-- Texts without a score, in a language whose words are known: that of the customer.
unscored as (
  select
    interaction.interaction_id,
    customer.language,
    regexp_extract_all(
      replace(lower(interaction.text), '’', ''''), '[\p{L}\p{N}]+(?:[''-][\p{L}\p{N}]+)*'
    ) as words,
  from warehouse.interaction as interaction
  join (
    select customer_id, lower(split_part(replace(language, '_', '-'), '-', 1)) as language from warehouse.customer
  ) as customer on customer.customer_id = interaction.customer_id
  where
    interaction.sentiment is null
    and interaction.text is not null
    and coalesce(interaction.direction, 'inbound') = 'inbound'
    and customer.language in (select language from warehouse.lexicon)
),
placed as (
  select
    interaction_id,
    language,
    place,
    words[place] as word,
    words[place + 1] as second_word, -- null behind the last
    words[place + 2] as third_word,
    case when place > 1 then words[place - 1] end as word_before,
  from unscored
  cross join unnest(range(1, len(words) + 1)) as numbered (place)
),
-- Phrases of one, two or three words, by the place of the first.
phrases as (
  select interaction_id, language, place, word_before, 1 as length, word as phrase from placed
  union all
  select interaction_id, language, place, word_before, 2, word || ' ' || second_word from placed
  union all
  select interaction_id, language, place, word_before, 3, word || ' ' || second_word || ' ' || third_word from placed
),
known as (
  select phrases.*, lexicon.valence
  from phrases
  join warehouse.lexicon as lexicon on lexicon.language = phrases.language and lexicon.phrase = phrases.phrase
),
-- A word within a longer phrase says nothing of its own; one that is denied says the opposite.
counted as (
  select
    known.interaction_id,
    case
      when
        known.word_before in ('not', 'no', 'never', 'nothing', 'nobody', 'without', 'cannot', 'hardly')
        or ends_with(known.word_before, 'n''t')
        then -known.valence
      else known.valence
    end as valence,
  from known
  where not exists (
    select 1
    from known as longer
    where
      longer.interaction_id = known.interaction_id
      and longer.length > known.length
      and known.place between longer.place and longer.place + longer.length - 1
  )
),
estimated as (
  select interaction_id, cast(cast(sum(valence) as double) / (5 * count(*)) as decimal(18, 4)) as score
  from counted
  where valence <> 0
  group by interaction_id
)
select
  interaction.interaction_id,
  interaction.customer_id,
  interaction.occurred_at, -- local time of the pipeline's time zone
  interaction.occurred_on,
  interaction.channel,
  interaction.kind,
  coalesce(interaction.sentiment, estimated.score) as score, -- from -1, very bad, to 1, very good: as given; else the mean valence of the words that the lexicon knows, on its scale of 5 (Nielsen 2011), those that are denied turned round
  interaction.sentiment is not null as is_given, -- false: by the words of its text
from warehouse.interaction as interaction
left join estimated on estimated.interaction_id = interaction.interaction_id
where coalesce(interaction.sentiment, estimated.score) is not null
