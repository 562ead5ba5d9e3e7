-- warehouse.contact_way: the channel of consent that each channel of contacts to people belongs to: a call is a call, whoever calls it telemarketing
-- grain: contact_channel
-- not null: channel
-- holds: channel in ('email', 'phone', 'sms', 'post', 'ads')
select
  contact_channel, -- as interactions and campaigns call it, in lower case, words joined by _
  channel, -- email, phone, sms, post or ads
from (
  values ('email', 'email'), ('telemarketing', 'phone'), ('call_center', 'phone'), ('phone', 'phone'), ('sms', 'sms'), ('post', 'post'),
    ('ads', 'ads')
) as way (contact_channel, channel)
