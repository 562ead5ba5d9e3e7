-- features.customer_approach: how each customer and prospect first got in touch, up to their first purchase
-- grain: customer_id
-- reads: warehouse.interaction, warehouse.customer_order
-- not null: first_channel
with
bought as (
  select customer_id, min(purchased_at) as first_purchased_at
  from warehouse.customer_order
  where customer_id is not null and is_purchase
  group by customer_id
),
approach as (
  select
    interaction.customer_id,
    interaction.channel,
    interaction.referrer,
    row_number() over (
      partition by interaction.customer_id order by interaction.occurred_at, interaction.interaction_id
    ) as place,
  from warehouse.interaction as interaction
  left join bought on bought.customer_id = interaction.customer_id
  where
    interaction.customer_id is not null
    and interaction.direction = 'inbound'
    and (bought.customer_id is null or interaction.occurred_at <= bought.first_purchased_at)
)
select
  customer_id,
  channel as first_channel, -- of the first contact by them; those after their first purchase do not count
  referrer as first_referrer, -- site that it came from
from approach
where place = 1
