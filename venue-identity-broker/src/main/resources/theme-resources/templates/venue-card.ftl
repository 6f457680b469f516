<#-- A venue as pages show it: its initials in its colour, its name, and where it is. -->
<#macro venue venue>
<span class="il-initials" style="border-color: ${venue.color()}" aria-hidden="true">${venue.initials()}</span>
<span class="il-venue-text">
    <span class="il-venue-name">${venue.name()}</span>
    <#if venue.city()?has_content || venue.site()?has_content>
    <span class="il-venue-place">${venue.city()}<#if venue.city()?has_content && venue.site()?has_content> · </#if>${venue.site()}</span>
    </#if>
</span>
</#macro>
