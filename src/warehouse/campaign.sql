-- warehouse.campaign: campaigns that had begun by the as-of day, or whose first day is unknown
-- grain: campaign_id
-- reads: raw.campaigns, warehouse.setting
select
  campaigns.campaign_id,
  campaigns.name,
  campaigns.channel,
  campaigns.started_on,
  campaigns.ended_on, -- as planned: it may lie after the as-of day
  campaigns.cost, -- in all
from raw.campaigns as campaigns
where campaigns.started_on is null or campaigns.started_on <= (select as_of from warehouse.setting)
