"""An article with the difficulties of a newsroom backgrounder, written for these tests from public facts.

It tells of Armenia and Azerbaijan: an announced meeting that may not happen, an earlier summit told three times in
different words, a month that only the story gives, a meeting of envoys without the leaders, agreements of two years,
measures in a list, outcomes, words from several years, and a list of other headlines below the text.
"""

PUBLISHED = "2023-10-03"

TEXT = """\
Armenian Prime Minister Nikol Pashinyan could sit down with Azerbaijani President Ilham Aliyev in Granada this week, \
but it would not be the first time that the two leaders have met to end the conflict over Nagorno-Karabakh. Aliyev has \
not yet confirmed whether he will attend.

"If there is the will, peace is possible," the Armenian prime minister said.

Pashinyan and Aliyev met in Brussels in April 2022 for talks brokered by European Union diplomats. Pictures of the \
meeting showed the two men seated on either side of Charles Michel.

The two sides did agree to set up a border commission and said they supported the trilateral statements, which were \
signed in 2020 and 2021. The statements comprised a ceasefire, the exchange of prisoners and the unblocking of \
transport links.

While some prisoners were released after the talks, disagreements persisted over the Lachin corridor.

The foreign ministers of Armenia and Azerbaijan met in Washington in May 2023, and negotiators regrouped in the city \
the following month - though neither of the two leaders attended.

Just weeks later, on September 19, Azerbaijan launched a military operation in Nagorno-Karabakh.

You may also like
Pashinyan met fans before football final in Yerevan
Ten recipes for the first cold evenings
"""
