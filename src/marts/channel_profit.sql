-- marts.channel_profit: profit and loss by channel of the sale, down to the contribution margin
-- grain: is_attributed, channel (as marts.sales_profit)
-- kept as: view
-- reads: marts.sales_profit
select
  member.member as channel, -- of the orders; '': not attributed
  member.*,
from marts.sales_profit as member
where member.dimension = 'channel'
